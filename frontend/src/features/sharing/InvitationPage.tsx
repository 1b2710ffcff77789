import '../../lib/i18n/sharing';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { Button, LinkButton } from '../../components/ui/Button';
import { Notice } from '../../components/ui/Notice';
import { Spinner } from '../../components/ui/Spinner';
import { useApi, useMe } from '../../lib/api/apiContext';
import { Problem } from '../../lib/api/problem';
import type { Offer } from '../../lib/api/sharingApi';
import { Failure } from './Failure';
import classes from './Sharing.module.css';
import { useSharingApi } from './useSharing';

/** Where an invitation leads, for somebody who is signed in. */
export function InvitationPage() {
  const { t } = useTranslation();
  const { token = '' } = useParams();
  const api = useSharingApi();
  const offer = useQuery({ queryKey: ['invitations', token], queryFn: () => api.offer(token) });
  if (offer.isPending) return <Spinner />;
  return (
    <main>
      {offer.data !== undefined ? (
        <Accept token={token} offer={offer.data} />
      ) : offer.error instanceof Problem && offer.error.code === 'invitation-for-another' ? (
        <ForAnother />
      ) : offer.error instanceof Problem && offer.error.status === 404 ? (
        <Notice
          icon="people"
          level={1}
          title={t('sharing.invitation.goneTitle')}
          text={t('sharing.invitation.goneText')}
        >
          <LinkButton to="/">{t('common.home')}</LinkButton>
        </Notice>
      ) : (
        <div className={classes.entry}>
          <Failure error={offer.error} />
          <Button onClick={() => void offer.refetch()}>{t('common.retry')}</Button>
        </div>
      )}
    </main>
  );
}

function Accept({ token, offer }: { token: string; offer: Offer }) {
  const { t } = useTranslation();
  const api = useSharingApi();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const accept = useMutation({
    mutationFn: () => api.accept(token),
    onSuccess: async ({ kind, id }) => {
      await queries.invalidateQueries({ queryKey: ['rooms'] });
      await navigate(kind === 'room' ? `/rooms/${id}` : `/documents/${id}`, { replace: true });
    },
  });
  return (
    <Notice
      icon="people"
      level={1}
      title={t(`sharing.invitation.${offer.kind}`, { inviter: offer.inviter, name: offer.name })}
      text={t('sharing.invitation.role', { role: t(`roles.${offer.role}`) })}
    >
      <Failure error={accept.error} />
      <Button
        busy={accept.isPending}
        onClick={() => {
          accept.mutate();
        }}
      >
        {t('sharing.invitation.accept')}
      </Button>
      <LinkButton to="/" look="plain">
        {t('common.home')}
      </LinkButton>
    </Notice>
  );
}

function ForAnother() {
  const { t } = useTranslation();
  const { http } = useApi();
  const me = useMe();
  return (
    <Notice
      icon="people"
      level={1}
      title={t('sharing.invitation.otherTitle')}
      text={t('sharing.invitation.otherText', { email: me.email ?? me.displayName })}
    >
      <Button onClick={() => void http.signOut()}>{t('sharing.invitation.switchUser')}</Button>
    </Notice>
  );
}
