import { useMantineColorScheme } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LANGUAGES, chooseLanguage } from '../../lib/i18n/i18n';
import { Popup } from './Popup';
import classes from './PreferencesMenu.module.css';
import { Icon } from './icons';

const SCHEMES = [
  { value: 'light', icon: 'sun' },
  { value: 'dark', icon: 'moon' },
  { value: 'auto', icon: 'auto' },
] as const;

const NAMES = { en: 'English', es: 'Español' } as const;

interface PreferencesMenuProps {
  readonly label?: string;
  readonly button: ReactNode;
  readonly buttonClass: string | undefined;
  readonly side?: 'above' | 'below';
  readonly onSignOut?: () => void;
}

export function PreferencesMenu({ onSignOut, ...popup }: PreferencesMenuProps) {
  const { t, i18n } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
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
              checked={colorScheme === value}
              onChange={() => {
                setColorScheme(value);
              }}
            />
          </label>
        ))}
      </fieldset>
      <fieldset className={classes.group}>
        <legend className={classes.legend}>{t('prefs.language')}</legend>
        {LANGUAGES.map((language) => (
          <label key={language} className={classes.choice} lang={language}>
            {NAMES[language]}
            <input
              type="radio"
              name="language"
              checked={i18n.language === language}
              onChange={() => void chooseLanguage(language)}
            />
          </label>
        ))}
      </fieldset>
      {onSignOut !== undefined && (
        <button type="button" className={classes.signOut} onClick={onSignOut}>
          {t('auth.signOut')}
        </button>
      )}
    </Popup>
  );
}
