import { NativeSelect, PasswordInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/ui/Button';
import { CopyButton } from '../../components/ui/CopyButton';
import type { LinkWish, Place, ShareLink } from '../../lib/api/sharingApi';
import { pageUrl } from '../../lib/api/urls';
import type { Role } from '../../lib/sync/messages';
import { Failure } from './Failure';
import { fromLocal, toLocal } from './localTime';
import classes from './Sharing.module.css';
import { useRoleOptions } from './useRoleOptions';
import { useSharingChange } from './useSharing';

const ROLES: readonly Role[] = ['editor', 'commenter', 'viewer'];

interface LinkSettingsProps {
  readonly place: Place;
  readonly link: ShareLink;
  readonly token: string;
  readonly onChange: (wish: Partial<LinkWish>) => void;
}

/** Everything about a link that is open. */
export function LinkSettings({ place, link, token, onChange }: LinkSettingsProps) {
  const { t } = useTranslation();
  const roles = useRoleOptions(ROLES);
  const renew = useSharingChange(place, (api, id: string) => api.renewLink(id));
  const address = pageUrl(`s/${token}`);
  return (
    <>
      <div className={classes.address}>
        <input readOnly aria-label={t('sharing.link.address')} value={address} />
        <CopyButton text={() => address} label={t('sharing.link.copy')} />
      </div>
      <div className={classes.pair}>
        <NativeSelect
          label={t('sharing.link.role')}
          data={roles}
          value={link.role}
          onChange={(event) => {
            onChange({ role: event.currentTarget.value as Role });
          }}
        />
        <Expiry key={link.expiresAt} link={link} onChange={onChange} />
      </div>
      <LinkPassword link={link} onChange={onChange} />
      <p className={classes.renew}>
        <Button
          look="plain"
          size="small"
          busy={renew.isPending}
          onClick={() => {
            renew.mutate(place.id);
          }}
        >
          {t('sharing.link.renew')}
        </Button>
        <span className={classes.source}>{t('sharing.link.renewHint')}</span>
      </p>
      <Failure error={renew.error} />
    </>
  );
}

type PartProps = Pick<LinkSettingsProps, 'link' | 'onChange'>;

/** Taken over when the field is left: until then the date is not whole. */
function Expiry({ link, onChange }: PartProps) {
  const { t } = useTranslation();
  const kept = link.expiresAt === undefined ? '' : toLocal(link.expiresAt);
  const [typed, setTyped] = useState(kept);
  return (
    <TextInput
      type="datetime-local"
      label={t('sharing.link.expires')}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
      }}
      onBlur={() => {
        if (typed !== kept) onChange({ expiresAt: fromLocal(typed) });
      }}
    />
  );
}

function LinkPassword({ link, onChange }: PartProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const isSet = link.hasPassword === true;
  return (
    <form
      className={classes.password}
      onSubmit={(event) => {
        event.preventDefault();
        onChange({ password: typed });
        setTyped('');
      }}
    >
      <PasswordInput
        className={classes.find}
        label={t('sharing.link.password')}
        description={t(isSet ? 'sharing.link.passwordSet' : 'sharing.link.passwordNone')}
        autoComplete="new-password"
        maxLength={200}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
        }}
      />
      <Button type="submit" look="plain" size="small" disabled={typed === ''}>
        {t('sharing.link.setPassword')}
      </Button>
      {isSet && (
        <Button
          look="plain"
          size="small"
          onClick={() => {
            onChange({ password: '' });
          }}
        >
          {t('sharing.link.removePassword')}
        </Button>
      )}
    </form>
  );
}
