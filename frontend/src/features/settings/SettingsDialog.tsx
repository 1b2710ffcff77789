import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../components/ui/Dialog';
import { ErrorText } from '../../components/ui/ErrorText';
import { signInMethods } from '../../lib/api/accountApi';
import { useApi, useMe } from '../../lib/api/apiContext';
import { THEMES, usePreferences } from '../../lib/api/usePreferences';
import { LANGUAGES, LANGUAGE_NAMES } from '../../lib/i18n/i18n';
import '../../lib/i18n/account';
import { AvatarSection } from './AvatarSection';
import { MyDataSection } from './MyDataSection';
import { PasswordSection } from './PasswordSection';
import { SessionsSection } from './SessionsSection';
import classes from './SettingsDialog.module.css';

/** Dark enough for white letters, and far enough from each other. */
const COLORS = [
  '#b4471f',
  '#9a6700',
  '#1f7a4d',
  '#0f766e',
  '#2563a8',
  '#4f46b8',
  '#7a3fa0',
  '#a3355f',
];

/** What users may change about themselves. Theme and language hold at once; name and colour when saved. */
export function SettingsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const api = useApi();
  const me = useMe();
  const preferences = usePreferences();
  const [name, setName] = useState(me.displayName);
  const [color, setColor] = useState(me.color);
  const save = useMutation({
    mutationFn: () => api.changeSettings({ displayName: name.trim(), color }),
    onSuccess: (changed) => {
      api.http.changed(changed);
      onClose();
    },
  });

  const methods = useQuery({ queryKey: ['methods'], queryFn: () => signInMethods(api.http) });

  function submit(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    if (name.trim() !== '') save.mutate();
  }

  return (
    <Dialog opened onClose={onClose} title={t('start.settings.title')}>
      <form onSubmit={submit} className={classes.form}>
        <AvatarSection name={name} color={color} />
        <div className={classes.who}>
          <TextInput
            className={classes.name}
            data-autofocus
            required
            maxLength={80}
            label={t('start.settings.name')}
            description={t('start.settings.nameHint')}
            value={name}
            onChange={(event) => {
              setName(event.currentTarget.value);
            }}
          />
        </div>
        <fieldset className={classes.colors}>
          <legend>{t('start.settings.color')}</legend>
          {COLORS.map((each) => (
            <button
              key={each}
              type="button"
              className={classes.color}
              style={{ backgroundColor: each }}
              aria-label={t('start.settings.colorValue', { color: each })}
              aria-pressed={each === color}
              onClick={() => {
                setColor(each);
              }}
            />
          ))}
          <input
            type="color"
            className={classes.own}
            aria-label={t('start.settings.ownColor')}
            value={color}
            onChange={(event) => {
              setColor(event.currentTarget.value);
            }}
          />
        </fieldset>
        <div className={classes.pair}>
          <NativeSelect
            label={t('prefs.language')}
            value={preferences.language}
            data={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
            onChange={(event) => {
              const chosen = LANGUAGES.find((each) => each === event.currentTarget.value);
              if (chosen !== undefined) preferences.setLanguage(chosen);
            }}
          />
          <NativeSelect
            label={t('prefs.theme')}
            value={preferences.theme}
            data={THEMES.map((value) => ({ value, label: t(`prefs.${value}`) }))}
            onChange={(event) => {
              const chosen = THEMES.find((each) => each === event.currentTarget.value);
              if (chosen !== undefined) preferences.setTheme(chosen);
            }}
          />
        </div>
        <ErrorText error={save.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={save.isPending}>
            {t('start.settings.save')}
          </Button>
        </Group>
      </form>
      <div className={classes.account}>
        {methods.data?.local === true && <PasswordSection />}
        <SessionsSection />
        <MyDataSection local={methods.data?.local === true} />
      </div>
    </Dialog>
  );
}
