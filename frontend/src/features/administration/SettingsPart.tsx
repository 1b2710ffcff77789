import { useTranslation } from 'react-i18next';
import type { SettingRow } from '../../lib/api/administrationApi';
import { Found } from './SearchedList';
import classes from './administration.module.css';
import { useAsked } from './useAdministration';

/** Every setting in force; what is kept for how long comes first. */
export function SettingsPart() {
  const { t } = useTranslation();
  const found = useAsked(['settings'], (api) => api.settings());
  const retention = found.data?.items.filter(({ key }) => key.endsWith('.retention')) ?? [];
  return (
    <>
      <h3>{t('administration.setting.retention')}</h3>
      <ul className={classes.list} aria-label={t('administration.setting.retention')}>
        {retention.map((setting) => (
          <Setting key={setting.key} setting={setting} />
        ))}
      </ul>
      <h3>{t('administration.setting.all')}</h3>
      <Found
        label={t('administration.setting.all')}
        found={found}
        row={(setting) => <Setting key={setting.key} setting={setting} />}
      />
    </>
  );
}

function Setting({ setting }: { setting: SettingRow }) {
  const { t } = useTranslation();
  const none = t('administration.setting.none');
  return (
    <li className={classes.row}>
      <div className={classes.what}>
        <code>{setting.key}</code>
        <b>{setting.value ?? none}</b>
        <small>
          {setting.source !== 'default' &&
            `${t('administration.setting.source', { source: setting.source })} · `}
          {t('administration.setting.fallback', { value: setting.fallback ?? none })}
        </small>
        {!setting.known && (
          <span className={classes.badge}>{t('administration.setting.unknown')}</span>
        )}
      </div>
    </li>
  );
}
