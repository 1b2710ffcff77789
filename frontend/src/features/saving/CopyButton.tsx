import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { copyText } from '../../lib/clipboard';

export function CopyButton({ text }: { text: () => string }) {
  const { t } = useTranslation();
  const [state, setState] = useState<'copy' | 'copied' | 'copyFailed'>('copy');
  return (
    <Button
      size="xs"
      variant="default"
      onClick={() => {
        void copyText(text()).then((copied) => {
          setState(copied ? 'copied' : 'copyFailed');
        });
      }}
    >
      {t(`common.${state}`)}
    </Button>
  );
}
