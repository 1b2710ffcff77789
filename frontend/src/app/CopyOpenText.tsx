import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../components/ui/Button';
import { copyText } from '../lib/clipboard';

/** Hands out the text that was open; nothing where there was none. */
export function CopyOpenText({ text }: { text: string }) {
  const { t } = useTranslation();
  const [state, setState] = useState<'copy' | 'copied' | 'copyFailed'>('copy');
  if (text.trim() === '') return null;
  return (
    <Button
      look="plain"
      onClick={() => {
        void copyText(text).then((copied) => {
          setState(copied ? 'copied' : 'copyFailed');
        });
      }}
    >
      {state === 'copy' ? t('start.faults.copyText') : t(`common.${state}`)}
    </Button>
  );
}
