import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/ui/Button';
import { ErrorText } from '../../components/ui/ErrorText';
import type { OwnedSession } from '../../lib/api/administrationApi';
import { exactTime } from '../../lib/i18n/exactTime';
import { Found, PAGE, SearchField } from './SearchedList';
import classes from './administration.module.css';
import { useAsked, useChange } from './useAdministration';

/** Whoever is signed in, those seen last first. */
export function SessionsPart() {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [limit, setLimit] = useState(PAGE);
  const found = useAsked(['allSessions', text, limit], (api) => api.allSessions(text, limit));
  return (
    <>
      <SearchField text={text} onChange={setText} />
      <Found
        label={t('administration.sessions')}
        found={found}
        row={(owned) => <SessionItem key={owned.session.id} owned={owned} />}
        onMore={() => {
          setLimit(limit + PAGE);
        }}
      />
    </>
  );
}

function SessionItem({ owned }: { owned: OwnedSession }) {
  const { t, i18n } = useTranslation();
  const revoke = useChange();
  const { session, userId, userName, email } = owned;
  return (
    <li className={classes.row}>
      <div className={classes.what}>
        <b>{userName}</b> {email}
        {session.current && (
          <span className={classes.badge}>{t('administration.session.current')}</span>
        )}
        <small>
          {t('administration.user.used', { when: exactTime(session.usedAt, i18n.language) })}{' '}
          {session.address} {session.userAgent}
        </small>
        <ErrorText error={revoke.error} />
      </div>
      <div className={classes.actions}>
        <Button
          look="plain"
          size="small"
          disabled={revoke.isPending}
          aria-label={t('administration.session.end', { name: userName })}
          onClick={() => {
            revoke.mutate((api) => api.revoke(userId, session.id));
          }}
        >
          {t('administration.user.revoke')}
        </Button>
      </div>
    </li>
  );
}
