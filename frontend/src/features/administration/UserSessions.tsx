import { useTranslation } from 'react-i18next';
import { Button } from '../../components/ui/Button';
import { ErrorText } from '../../components/ui/ErrorText';
import { exactTime } from '../../lib/i18n/exactTime';
import classes from './administration.module.css';
import { useAsked, useChange } from './useAdministration';

/** Where somebody is signed in. */
export function UserSessions({ userId }: { userId: string }) {
  const { t, i18n } = useTranslation();
  const sessions = useAsked(['sessions', userId], (api) => api.sessions(userId));
  const revoke = useChange();
  const items = sessions.data?.items ?? [];
  if (sessions.data !== undefined && items.length === 0) {
    return <small>{t('administration.user.noSessions')}</small>;
  }
  return (
    <ul className={classes.inner} aria-label={t('administration.user.sessions')}>
      {items.map((session) => (
        <li key={session.id}>
          <small>
            {exactTime(session.usedAt, i18n.language)} {session.address} {session.userAgent}
          </small>
          <Button
            look="quiet"
            size="small"
            onClick={() => {
              revoke.mutate((api) => api.revoke(userId, session.id));
            }}
          >
            {t('administration.user.revoke')}
          </Button>
        </li>
      ))}
      <ErrorText error={sessions.error ?? revoke.error} />
    </ul>
  );
}
