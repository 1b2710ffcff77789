import { Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { Avatar } from '../components/ui/Avatar';
import { Brand } from '../components/ui/Brand';
import { PreferencesMenu } from '../components/ui/PreferencesMenu';
import { ToastRegion } from '../components/ui/ToastRegion';
import { Icon } from '../components/ui/icons';
import { lazyPart } from '../components/ui/lazyPart';
import { RoomList } from '../features/rooms/RoomList';
import { useRooms } from '../features/rooms/useRooms';
import { SearchBox } from '../features/search/SearchBox';
import { useApi, useMe } from '../lib/api/apiContext';
import { StartContent } from './StartContent';
import classes from './StartPage.module.css';
import { useDrawer } from './useDrawer';
import { useSheetKey } from './useSheetKey';

/** Dialogs load when they are opened first, to keep the start page small. */
const NewRoomDialog = lazyPart(
  async () => (await import('../features/rooms/NewRoomDialog')).NewRoomDialog,
);
const SettingsDialog = lazyPart(
  async () => (await import('../features/settings/SettingsDialog')).SettingsDialog,
);
const StartKeys = lazyPart(async () => (await import('./StartKeys')).StartKeys);

type Dialog = 'none' | 'new-room' | 'settings' | 'keys';

/** Rooms and views at the left, their documents beside them. */
export function StartPage() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const rooms = useRooms();
  const isGuest = useMe().guest === true;
  const [dialog, setDialog] = useState<Dialog>('none');
  const toggle = useRef<HTMLButtonElement>(null);
  const side = useRef<HTMLElement>(null);
  const drawer = useDrawer(toggle, side);
  const open = (next: Dialog) => (): void => {
    setDialog(next);
  };
  const close = open('none');
  useSheetKey(open('keys'));

  return (
    <ToastRegion>
      <div className={classes.page}>
        <div className={classes.bar}>
          <button
            type="button"
            ref={toggle}
            className={classes.toggle}
            aria-label={t('rooms.open')}
            aria-expanded={drawer.isOpen}
            onClick={drawer.toggle}
          >
            <Icon name={drawer.isOpen ? 'close' : 'menu'} size={22} />
          </button>
          <Brand />
        </div>
        {drawer.isOpen && <div className={classes.veil} onClick={drawer.close} />}
        <aside ref={side} className={classes.side} data-open={drawer.isOpen}>
          <div className={classes.brand}>
            <Brand />
          </div>
          <RoomList
            rooms={rooms.data?.items ?? []}
            path={pathname.replace(/\/$/, '') || '/'}
            onChosen={drawer.close}
            onNew={
              isGuest
                ? undefined
                : () => {
                    drawer.close();
                    setDialog('new-room');
                  }
            }
          />
          <Account onSettings={open('settings')} onShortcuts={open('keys')} />
        </aside>
        <main className={classes.main}>
          <SearchBox />
          <StartContent rooms={rooms} onNewRoom={open('new-room')} />
        </main>
        <Suspense fallback={null}>
          {dialog === 'new-room' && <NewRoomDialog opened onClose={close} />}
          {dialog === 'settings' && <SettingsDialog onClose={close} />}
          {dialog === 'keys' && <StartKeys onClose={close} />}
        </Suspense>
      </div>
    </ToastRegion>
  );
}

interface AccountProps {
  readonly onSettings: () => void;
  readonly onShortcuts: () => void;
}

function Account(props: AccountProps) {
  const { t } = useTranslation();
  const { http } = useApi();
  const me = useMe();
  const navigate = useNavigate();
  const administer = (): void => {
    void navigate('/admin');
  };
  return (
    <PreferencesMenu
      {...props}
      {...(me.administrator === true && { onAdministration: administer })}
      side="above"
      buttonClass={classes.account}
      onSignOut={() => void http.signOut()}
      button={
        <>
          <Avatar name={me.displayName} color={me.color} size={34} />
          <span className={classes.hidden}>{t('prefs.account')}</span>
          <span className={classes.who}>
            <b>{me.displayName}</b>
            <small>{me.email}</small>
          </span>
        </>
      }
    />
  );
}
