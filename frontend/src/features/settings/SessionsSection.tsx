import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ErrorText } from '../../components/ui/ErrorText';
import { endOtherSessions, endSession, sessions, type UserSession } from '../../lib/api/accountApi';
import { useApi } from '../../lib/api/apiContext';
import { exactTime } from '../../lib/i18n/exactTime';
import classes from './AccountSections.module.css';
import { programOf } from './programOf';

const KEY = ['sessions'];

/** Where the user is signed in; every place but this one can be signed out from here. */
export function SessionsSection() {
  const { t, i18n } = useTranslation();
  const { http } = useApi();
  const client = useQueryClient();
  const list = useQuery({ queryKey: KEY, queryFn: () => sessions(http) });
  const end = useMutation({
    mutationFn: (id: string | undefined) =>
      id === undefined ? endOtherSessions(http) : endSession(http, id),
    onSettled: () => client.invalidateQueries({ queryKey: KEY }),
  });

  function nameOf(session: UserSession): string {
    return t('account.session', {
      program: programOf(session.userAgent) ?? t('account.unknownProgram'),
      address: session.address ?? t('account.unknownAddress'),
    });
  }

  return (
    <section className={classes.section} aria-label={t('account.sessions')}>
      <h3 className={classes.heading}>{t('account.sessions')}</h3>
      <ul className={classes.list}>
        {list.data?.map((session) => (
          <li key={session.id} className={classes.item}>
            <div>
              {nameOf(session)}
              <p>
                {session.current
                  ? t('account.thisSession')
                  : t('account.used', { when: exactTime(session.usedAt, i18n.language) })}
              </p>
            </div>
            {!session.current && (
              <Button
                size="xs"
                variant="default"
                aria-label={t('account.endSessionLabel', { session: nameOf(session) })}
                onClick={() => {
                  end.mutate(session.id);
                }}
              >
                {t('account.endSession')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <ErrorText error={list.error ?? end.error} />
      {(list.data?.length ?? 0) > 1 && (
        <Button
          variant="default"
          loading={end.isPending}
          onClick={() => {
            end.mutate(undefined);
          }}
        >
          {t('account.endOthers')}
        </Button>
      )}
    </section>
  );
}
