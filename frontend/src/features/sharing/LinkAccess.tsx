import { Loader, NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { LinkScope, LinkWish, Place, ShareLink } from '../../lib/api/sharingApi';
import { Failure } from './Failure';
import { LinkSettings } from './LinkSettings';
import classes from './Sharing.module.css';
import { useLink, useSharingChange } from './useSharing';

const SCOPES: readonly LinkScope[] = ['off', 'organisation', 'anyone'];

/** What the link lets others do, and whom. */
export function LinkAccess({ place }: { place: Place }) {
  const { t } = useTranslation();
  const link = useLink(place);
  const change = useSharingChange(place, (api, wish: LinkWish) => api.setLink(place.id, wish));
  const { data } = link;

  function set(wish: Partial<LinkWish>): void {
    if (data !== undefined) change.mutate({ ...wishOf(data), ...wish });
  }

  return (
    <section>
      <h3 className={classes.heading}>{t('sharing.link.title')}</h3>
      <Failure error={link.error ?? change.error} />
      {data === undefined ? (
        link.isPending && <Loader size="sm" aria-label={t('common.loading')} />
      ) : (
        <>
          <NativeSelect
            label={t('sharing.link.scope')}
            data={SCOPES.map((value) => ({ value, label: t(`sharing.link.${value}`) }))}
            value={data.scope}
            disabled={change.isPending}
            onChange={(event) => {
              set({ scope: event.currentTarget.value as LinkScope });
            }}
          />
          {data.token !== undefined && (
            <LinkSettings place={place} link={data} token={data.token} onChange={set} />
          )}
        </>
      )}
    </section>
  );
}

/** The link as it is; its password stays. */
function wishOf({ scope, role = 'viewer', expiresAt }: ShareLink): LinkWish {
  return { scope, role, expiresAt };
}
