import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorText } from '../../components/ui/ErrorText';
import type { Person, TakeBack, WorkSession } from '../../lib/api/historyApi';
import classes from './HistoryPanel.module.css';
import { useHistoryChange } from './useHistory';

interface SessionActionsProps {
  readonly documentId: string;
  readonly session: WorkSession;
  readonly authors: readonly Person[];
  readonly onTakeBack: (wish: TakeBack) => Promise<string>;
}

/** Name the session's last revision; take back what one of its authors did. */
export function SessionActions({ documentId, session, authors, onTakeBack }: SessionActionsProps) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [told, setTold] = useState('');
  const naming = useHistoryChange(documentId, (api, value: string) =>
    api.name(session.lastRevision, value),
  );
  const undoing = useHistoryChange(documentId, async (_, userId: string) => {
    const { firstRevision: from, lastRevision: to } = session;
    setTold(await onTakeBack({ action: 'undo', userId, from, to }));
  });
  const isNamed = session.versions.some(({ revision }) => revision === session.lastRevision);
  return (
    <div className={classes.actions}>
      {!isNamed && (
        <form
          className={classes.naming}
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim() === '') return;
            naming.mutate(name);
            setName('');
          }}
        >
          <input
            className={classes.field}
            placeholder={t('past.nameThis')}
            aria-label={t('past.versionName')}
            value={name}
            maxLength={200}
            onChange={(event) => {
              setName(event.currentTarget.value);
            }}
          />
          <button type="submit" className={classes.small} disabled={name.trim() === ''}>
            {t('past.save')}
          </button>
        </form>
      )}
      {authors.map(({ userId, displayName }) => (
        <button
          key={userId}
          type="button"
          className={classes.undo}
          disabled={undoing.isPending}
          onClick={() => {
            undoing.mutate(userId);
          }}
        >
          {t('past.undoPerson', { name: displayName })}
        </button>
      ))}
      <p className={classes.told} role="status">
        {told}
      </p>
      {undoing.error !== null && <ErrorText error={undoing.error} />}
      {naming.error !== null && <ErrorText error={naming.error} />}
    </div>
  );
}
