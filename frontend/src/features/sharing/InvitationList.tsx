import { ActionIcon } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../components/ui/icons';
import type { Place } from '../../lib/api/sharingApi';
import { Failure } from './Failure';
import classes from './Sharing.module.css';
import { useInvitations, useSharingChange } from './useSharing';

/** Invitations that wait; nothing where there are none. */
export function InvitationList({ place }: { place: Place }) {
  const { t, i18n } = useTranslation();
  const waiting = useInvitations(place);
  const withdraw = useSharingChange(place, (api, id: string) => api.withdraw(place, id));
  const day = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium' });
  if (waiting.data === undefined || waiting.data.length === 0) {
    return <Failure error={waiting.error ?? withdraw.error} />;
  }
  return (
    <section>
      <h3 className={classes.heading}>{t('sharing.invitations.title')}</h3>
      <Failure error={withdraw.error} />
      <ul className={classes.list} aria-label={t('sharing.invitations.title')}>
        {waiting.data.map(({ id, email, role, expiresAt }) => (
          <li key={id} className={classes.row}>
            <span className={classes.name}>
              {email}
              <span className={classes.source}>
                {t('sharing.invitations.until', {
                  role: t(`roles.${role}`),
                  date: day.format(new Date(expiresAt)),
                })}
              </span>
            </span>
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              aria-label={t('sharing.invitations.withdraw', { email })}
              onClick={() => {
                withdraw.mutate(id);
              }}
            >
              <Icon name="close" />
            </ActionIcon>
          </li>
        ))}
      </ul>
    </section>
  );
}
