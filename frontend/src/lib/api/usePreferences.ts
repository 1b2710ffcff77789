import { useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { LANGUAGES, chooseLanguage, type Language } from '../i18n/i18n';
import { useApi, useAuth } from './apiContext';
import type { Settings } from './types';

export const THEMES = ['light', 'dark', 'auto'] as const satisfies readonly MantineColorScheme[];

/**
 * Language and theme: at once in this browser, and kept with the user, so that they follow to other browsers. Before
 * sign-in the browser's own choice is all there is.
 */
export function usePreferences() {
  const api = useApi();
  const auth = useAuth();
  const { i18n } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();

  function keep(settings: Settings): void {
    if (auth.kind !== 'signed-in') return;
    api.changeSettings(settings).then(
      (me) => {
        api.http.changed(me);
      },
      // It holds in this browser all the same.
      () => undefined,
    );
  }

  return {
    theme: colorScheme,
    language: i18n.language,
    setTheme: (theme: MantineColorScheme) => {
      setColorScheme(theme);
      keep({ theme });
    },
    setLanguage: (language: Language) => {
      void chooseLanguage(language);
      keep({ language });
    },
  };
}

/** Takes over what the user has chosen in another browser, when signing in or when it comes to be known. */
export function useKeptPreferences(): void {
  const auth = useAuth();
  const { setColorScheme } = useMantineColorScheme();
  const user = auth.kind === 'signed-in' ? auth.user : undefined;
  const set = useRef(setColorScheme);
  useEffect(() => {
    set.current = setColorScheme;
  });
  const theme = THEMES.find((each) => each === user?.theme);
  const language = LANGUAGES.find((each) => each === user?.language);
  useEffect(() => {
    if (theme !== undefined) set.current(theme);
  }, [theme, user?.id]);
  useEffect(() => {
    if (language !== undefined) void chooseLanguage(language);
  }, [language, user?.id]);
}
