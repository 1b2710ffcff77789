import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en';
import type { Texts } from './texts';

export const LANGUAGES = ['en', 'es'] as const;
/** Each in its own language. */
export const LANGUAGE_NAMES = { en: 'English', es: 'Español' } as const;
export type Language = (typeof LANGUAGES)[number];

const STORED = 'collab-language';

export function chosenLanguage(): Language {
  const wanted = [localStorage.getItem(STORED), ...navigator.languages];
  const codes = wanted.map((code) => code?.slice(0, 2));
  return codes.find((code): code is Language => LANGUAGES.includes(code as Language)) ?? 'en';
}

/** Spanish is fetched only by those who read it. */
async function texts(language: Language): Promise<Texts> {
  return language === 'es' ? (await import('./es')).es : en;
}

export async function startI18n(language = chosenLanguage()): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    resources: { en: { translation: en } },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  // Where the other language can't be had, English is better than nothing.
  await switchLanguage(language).catch(() => switchLanguage('en'));
}

export async function switchLanguage(language: Language): Promise<void> {
  i18next.addResourceBundle(language, 'translation', await texts(language));
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}

export async function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem(STORED, language);
  await switchLanguage(language);
}
