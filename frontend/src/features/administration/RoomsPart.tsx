import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/ui/Button';
import { ErrorText } from '../../components/ui/ErrorText';
import { NameDialog } from '../../components/ui/NameDialog';
import type { RoomRow } from '../../lib/api/administrationApi';
import { useApi } from '../../lib/api/apiContext';
import { Found, PAGE, SearchField } from './SearchedList';
import classes from './administration.module.css';
import { amounts } from './amounts';
import { useAsked, useChange } from './useAdministration';

export function RoomsPart() {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [limit, setLimit] = useState(PAGE);
  const found = useAsked(['rooms', text, limit], (api) => api.rooms(text, limit));
  return (
    <>
      <SearchField text={text} onChange={setText} />
      <Found
        label={t('administration.rooms')}
        found={found}
        row={(room) => <RoomItem key={room.id} room={room} />}
        onMore={() => {
          setLimit(limit + PAGE);
        }}
      />
    </>
  );
}

function RoomItem({ room }: { room: RoomRow }) {
  const { t } = useTranslation();
  const collab = useApi();
  const [asking, setAsking] = useState(false);
  const close = (): void => {
    setAsking(false);
  };
  const change = useChange(close);
  const isDeleted = room.deletedAt !== undefined;
  return (
    <li className={classes.row}>
      <div className={classes.what}>
        <b>{room.name}</b>{' '}
        {room.owners === undefined
          ? t('administration.room.noOwner')
          : t('administration.room.owners', { names: room.owners })}
        <small>{amounts(t, room, room.imageBytes)}</small>
        <code>{room.id}</code>
        {isDeleted && <span className={classes.badge}>{t('administration.room.deleted')}</span>}
        {room.held && <span className={classes.badge}>{t('administration.user.held')}</span>}
        <ErrorText error={change.error} />
      </div>
      <div className={classes.actions}>
        <Button
          look="plain"
          size="small"
          disabled={change.isPending}
          onClick={() => {
            change.mutate((api) =>
              isDeleted ? api.restoreRoom(room.id) : api.deleteRoom(room.id),
            );
          }}
        >
          {isDeleted ? t('administration.room.restore') : t('administration.room.delete')}
        </Button>
        {room.owners === undefined && (
          <Button
            look="plain"
            size="small"
            onClick={() => {
              setAsking(true);
            }}
          >
            {t('administration.room.owner')}
          </Button>
        )}
      </div>
      <NameDialog
        opened={asking}
        title={t('administration.room.ownerTitle', { name: room.name })}
        label={t('administration.room.ownerLabel')}
        placeholder=""
        action={t('administration.room.owner')}
        busy={change.isPending}
        error={change.error}
        onClose={close}
        onSubmit={(email) => {
          change.mutate(async (api) => {
            const user = await collab.userByEmail(email);
            if (user === undefined) throw new Error(t('administration.user.noHeir'));
            await api.giveOwner(room.id, user.id);
          });
        }}
      />
    </li>
  );
}
