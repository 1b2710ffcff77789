import i18next from 'i18next';
import { accountEn } from './accountEn';
import { accountEs } from './accountEs';

/** These texts come with the pages that show them, in both languages. */
export const ACCOUNT_TEXTS = { en: accountEn, es: accountEs };

function add(): void {
  for (const [language, account] of Object.entries(ACCOUNT_TEXTS)) {
    i18next.addResourceBundle(language, 'translation', { account }, true, true);
  }
}

if (i18next.isInitialized) add();
else i18next.on('initialized', add);
