import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { usePreferences } from '../../lib/api/usePreferences';
import { LANGUAGES, LANGUAGE_NAMES } from '../../lib/i18n/i18n';
import { Popup } from './Popup';
import classes from './PreferencesMenu.module.css';
import { Icon } from './icons';

const SCHEMES = [
  { value: 'light', icon: 'sun' },
  { value: 'dark', icon: 'moon' },
  { value: 'auto', icon: 'auto' },
] as const;

interface PreferencesMenuProps {
  readonly label?: string;
  readonly button: ReactNode;
  readonly buttonClass: string | undefined;
  readonly side?: 'above' | 'below';
  readonly onSettings?: () => void;
  readonly onShortcuts?: () => void;
  readonly onAdministration?: () => void;
  readonly onSignOut?: () => void;
}

export function PreferencesMenu({
  onSettings,
  onShortcuts,
  onAdministration,
  onSignOut,
  ...popup
}: PreferencesMenuProps) {
  const { t } = useTranslation();
  const { theme, language: current, setTheme, setLanguage } = usePreferences();
  return (
    <Popup {...popup}>
      <fieldset className={classes.group}>
        <legend className={classes.legend}>{t('prefs.theme')}</legend>
        {SCHEMES.map(({ value, icon }) => (
          <label key={value} className={classes.choice}>
            <Icon name={icon} size={16} />
            {t(`prefs.${value}`)}
            <input
              type="radio"
              name="theme"
              checked={theme === value}
              onChange={() => {
                setTheme(value);
              }}
            />
          </label>
        ))}
      </fieldset>
      <fieldset className={classes.group}>
        <legend className={classes.legend}>{t('prefs.language')}</legend>
        {LANGUAGES.map((language) => (
          <label key={language} className={classes.choice} lang={language}>
            {LANGUAGE_NAMES[language]}
            <input
              type="radio"
              name="language"
              checked={current === language}
              onChange={() => {
                setLanguage(language);
              }}
            />
          </label>
        ))}
      </fieldset>
      {action(t('start.settings.open'), onSettings)}
      {action(t('start.keys.open'), onShortcuts)}
      {action(t('prefs.administration'), onAdministration)}
      {action(t('auth.signOut'), onSignOut)}
    </Popup>
  );

  function action(label: string, run: (() => void) | undefined): ReactNode {
    if (run === undefined) return null;
    return (
      <button type="button" className={classes.action} onClick={run}>
        {label}
      </button>
    );
  }
}
