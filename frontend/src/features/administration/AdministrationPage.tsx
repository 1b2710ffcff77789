import '../../lib/i18n/administration';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink, useParams } from 'react-router';
import { LinkButton } from '../../components/ui/Button';
import { useMe } from '../../lib/api/apiContext';
import { AuditPart } from './AuditPart';
import { ClaimPart } from './ClaimPart';
import { HoldsPart } from './HoldsPart';
import { RoomsPart } from './RoomsPart';
import { SessionsPart } from './SessionsPart';
import { SettingsPart } from './SettingsPart';
import { StoragePart } from './StoragePart';
import { UsersPart } from './UsersPart';
import classes from './administration.module.css';

const PARTS = {
  users: UsersPart,
  rooms: RoomsPart,
  sessions: SessionsPart,
  audit: AuditPart,
  settings: SettingsPart,
  storage: StoragePart,
  holds: HoldsPart,
} as const satisfies Record<string, ComponentType>;

const NAMES = Object.keys(PARTS) as (keyof typeof PARTS)[];

/** For administrators; others may become the first one here. */
export function AdministrationPage() {
  const { t } = useTranslation();
  const { administrator } = useMe();
  return (
    <main className={classes.page}>
      <header className={classes.head}>
        <h1>{t('administration.title')}</h1>
        <LinkButton to="/" look="plain">
          {t('administration.back')}
        </LinkButton>
      </header>
      {administrator === true ? <Parts /> : <ClaimPart />}
    </main>
  );
}

function Parts() {
  const { t } = useTranslation();
  const { part } = useParams();
  const open = NAMES.find((name) => name === part) ?? 'users';
  const Part = PARTS[open];
  return (
    <>
      <nav className={classes.nav} aria-label={t('administration.parts')}>
        {NAMES.map((name) => (
          <NavLink
            key={name}
            to={`/admin/${name}`}
            aria-current={name === open ? 'page' : undefined}
          >
            {t(`administration.${name}`)}
          </NavLink>
        ))}
      </nav>
      <section aria-label={t(`administration.${open}`)}>
        <h2>{t(`administration.${open}`)}</h2>
        <Part />
      </section>
      <p className={classes.soft}>{t('administration.noRights')}</p>
    </>
  );
}
