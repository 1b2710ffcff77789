import i18next from 'i18next';
import { pastEn } from './pastEn';
import { pastEs } from './pastEs';

/** The history's texts come with its code, in both languages: the page opens without them. */
export const PAST_TEXTS = { en: pastEn, es: pastEs };

for (const [language, past] of Object.entries(PAST_TEXTS)) {
  i18next.addResourceBundle(language, 'translation', { past }, true, true);
}
