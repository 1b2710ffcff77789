import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../components/ui/CopyButton';
import type { IssuedInvitation } from '../../lib/api/sharingApi';
import { pageUrl } from '../../lib/api/urls';
import classes from './Sharing.module.css';

/** The link of an invitation, which is shown this once. */
export function NewInvitation({ invitation }: { invitation: IssuedInvitation }) {
  const { t } = useTranslation();
  const address = pageUrl(`invitations/${invitation.token}`);
  return (
    <div className={classes.made} role="status">
      <p>{t('sharing.invitations.made', { email: invitation.email })}</p>
      <div className={classes.address}>
        <input readOnly aria-label={t('sharing.invitations.address')} value={address} />
        <CopyButton text={() => address} label={t('sharing.invitations.copy')} />
      </div>
    </div>
  );
}
