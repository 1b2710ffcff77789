import i18next from 'i18next';
import { administrationEn } from './administrationEn';
import { administrationEs } from './administrationEs';

/** The administration's texts come with its code, in both languages: no other page carries them. */
for (const [language, administration] of Object.entries({
  en: administrationEn,
  es: administrationEs,
})) {
  i18next.addResourceBundle(language, 'translation', { administration }, true, true);
}
