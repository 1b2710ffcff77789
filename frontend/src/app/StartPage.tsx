import { Button, Loader, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { Suspense, lazy, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Avatar } from '../components/ui/Avatar';
import { Brand } from '../components/ui/Brand';
import { ErrorText } from '../components/ui/ErrorText';
import { Notice } from '../components/ui/Notice';
import { PreferencesMenu } from '../components/ui/PreferencesMenu';
import { Icon } from '../components/ui/icons';
import { RoomList } from '../features/rooms/RoomList';
import { useRooms } from '../features/rooms/useRooms';
import { useApi, useMe } from '../lib/api/apiContext';
import { RoomView } from './RoomView';
import classes from './StartPage.module.css';

const NewRoomDialog = lazy(async () => ({
  default: (await import('../features/rooms/NewRoomDialog')).NewRoomDialog,
}));

/** Rooms at the left, the documents of the chosen one beside them. */
export function StartPage() {
  const { t } = useTranslation();
  const { roomId } = useParams();
  const rooms = useRooms();
  const [creating, setCreating] = useState(false);
  const [menuOpen, setMenuOpen] = useState(false);
  const items = rooms.data?.items ?? [];
  const room = roomId === undefined ? items[0] : items.find((each) => each.id === roomId);

  function content() {
    if (rooms.isPending) return <Loader size="sm" m="xl" aria-label={t('common.loading')} />;
    if (rooms.isError) return <ErrorText error={rooms.error} />;
    if (room !== undefined) return <RoomView key={room.id} room={room} />;
    if (roomId !== undefined) {
      return (
        <Notice icon="room" level={1} title={t('rooms.missingTitle')} text={t('rooms.missingText')}>
          <Button component={Link} to="/">
            {t('common.home')}
          </Button>
        </Notice>
      );
    }
    return (
      <Notice icon="room" level={1} title={t('rooms.emptyTitle')} text={t('rooms.emptyText')}>
        <Button
          onClick={() => {
            setCreating(true);
          }}
        >
          {t('rooms.create')}
        </Button>
      </Notice>
    );
  }

  return (
    <div className={classes.page}>
      <div className={classes.bar}>
        <UnstyledButton
          className={classes.toggle}
          aria-label={t('rooms.open')}
          aria-expanded={menuOpen}
          onClick={() => {
            setMenuOpen(!menuOpen);
          }}
        >
          <Icon name={menuOpen ? 'close' : 'menu'} size={22} />
        </UnstyledButton>
        <Brand />
      </div>
      <aside className={classes.side} data-open={menuOpen}>
        <div className={classes.brand}>
          <Brand />
        </div>
        <RoomList
          rooms={items}
          selected={room?.id}
          onChosen={() => {
            setMenuOpen(false);
          }}
          onNew={() => {
            setCreating(true);
          }}
        />
        <Account />
      </aside>
      <main className={classes.main}>{content()}</main>
      <Suspense fallback={null}>
        {creating && (
          <NewRoomDialog
            opened
            onClose={() => {
              setCreating(false);
              setMenuOpen(false);
            }}
          />
        )}
      </Suspense>
    </div>
  );
}

function Account() {
  const { t } = useTranslation();
  const { http } = useApi();
  const me = useMe();
  return (
    <PreferencesMenu
      side="above"
      buttonClass={classes.account}
      onSignOut={() => void http.signOut()}
      button={
        <>
          <Avatar name={me.displayName} color={me.color} size={34} />
          <VisuallyHidden>{t('prefs.account')}</VisuallyHidden>
          <span className={classes.who}>
            <b>{me.displayName}</b>
            <small>{me.email}</small>
          </span>
        </>
      }
    />
  );
}
