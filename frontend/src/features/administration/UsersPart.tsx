import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../../components/ui/Avatar';
import { Button } from '../../components/ui/Button';
import { ErrorText } from '../../components/ui/ErrorText';
import type { UserRow } from '../../lib/api/administrationApi';
import { exactTime } from '../../lib/i18n/exactTime';
import { EraseDialog } from './EraseDialog';
import { Found, PAGE, SearchField } from './SearchedList';
import { UserSessions } from './UserSessions';
import classes from './administration.module.css';
import { useAsked, useChange } from './useAdministration';

export function UsersPart() {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [limit, setLimit] = useState(PAGE);
  const found = useAsked(['users', text, limit], (api) => api.users(text, limit));
  return (
    <>
      <SearchField text={text} onChange={setText} />
      <Found
        label={t('administration.users')}
        found={found}
        row={(user) => <User key={user.id} user={user} />}
        onMore={() => {
          setLimit(limit + PAGE);
        }}
      />
    </>
  );
}

function User({ user }: { user: UserRow }) {
  const { t, i18n } = useTranslation();
  const [open, setOpen] = useState<'none' | 'sessions' | 'erase'>('none');
  const [password, setPassword] = useState<string>();
  const change = useChange();
  const { id, displayName: name } = user;
  const badges = [
    user.administrator && t('administration.user.administrator'),
    user.kind === 'guest' && t('administration.user.guest'),
    user.kind === 'erased' && t('administration.user.erased'),
    user.suspended && user.kind !== 'erased' && t('administration.user.suspended'),
    user.held && t('administration.user.held'),
  ].filter((badge) => badge !== false);

  return (
    <li className={classes.row}>
      <Avatar name={name} color={user.color} size={34} />
      <div className={classes.what}>
        <b>{name}</b> {user.email}
        {user.kind !== 'erased' && (
          <small>
            {user.usedAt === undefined
              ? t('administration.user.never')
              : t('administration.user.used', { when: exactTime(user.usedAt, i18n.language) })}
          </small>
        )}
        <code>{id}</code>
        {badges.map((badge) => (
          <span key={badge} className={classes.badge}>
            {badge}
          </span>
        ))}
        {password !== undefined && (
          <output className={classes.secret}>
            {t('administration.user.password', { name })} <code>{password}</code>
          </output>
        )}
        {open === 'sessions' && <UserSessions userId={id} />}
        <ErrorText error={change.error} />
      </div>
      {user.kind !== 'erased' && (
        <div
          className={classes.actions}
          role="group"
          aria-label={t('administration.user.actions', { name })}
        >
          {action(user.suspended ? 'resume' : 'suspend', () => {
            change.mutate((api) => api.changeUser(id, { suspended: !user.suspended }));
          })}
          {action(user.administrator ? 'unmake' : 'make', () => {
            change.mutate((api) => api.changeUser(id, { administrator: !user.administrator }));
          })}
          {action('reset', () => {
            change.mutate(async (api) => {
              setPassword((await api.resetPassword(id)).password);
            });
          })}
          {action('sessions', () => {
            setOpen(open === 'sessions' ? 'none' : 'sessions');
          })}
          {action('erase', () => {
            setOpen('erase');
          })}
        </div>
      )}
      {open === 'erase' && (
        <EraseDialog
          user={user}
          onClose={() => {
            setOpen('none');
          }}
        />
      )}
    </li>
  );

  function action(
    what: 'suspend' | 'resume' | 'make' | 'unmake' | 'reset' | 'sessions' | 'erase',
    run: () => void,
  ) {
    return (
      <Button look="plain" size="small" disabled={change.isPending} onClick={run}>
        {t(`administration.user.${what}`)}
      </Button>
    );
  }
}
