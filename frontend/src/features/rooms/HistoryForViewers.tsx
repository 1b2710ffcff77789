import { useTranslation } from 'react-i18next';
import { ErrorText } from '../../components/ui/ErrorText';
import type { Room } from '../../lib/api/types';
import classes from './HistoryForViewers.module.css';
import { useChangeRoom } from './useRooms';

export function HistoryForViewers({ room }: { room: Room }) {
  const { t } = useTranslation();
  const change = useChangeRoom(room.id);
  return (
    <>
      <label className={classes.option}>
        <input
          type="checkbox"
          checked={change.variables?.historyForViewers ?? room.historyForViewers}
          disabled={change.isPending}
          onChange={(event) => {
            change.mutate({ historyForViewers: event.currentTarget.checked });
          }}
        />
        {t('members.historyForViewers')}
      </label>
      <ErrorText error={change.error} />
    </>
  );
}
