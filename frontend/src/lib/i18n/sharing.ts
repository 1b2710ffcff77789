import i18next from 'i18next';
import { sharingEn } from './sharingEn';
import { sharingEs } from './sharingEs';

/** The texts of sharing come with its code, in both languages: the pages open without them. */
export const SHARING_TEXTS = { en: sharingEn, es: sharingEs };

for (const [language, sharing] of Object.entries(SHARING_TEXTS)) {
  i18next.addResourceBundle(language, 'translation', { sharing }, true, true);
}
