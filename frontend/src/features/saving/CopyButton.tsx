import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

export function CopyButton({ text }: { text: () => string }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  return (
    <Button
      size="xs"
      variant="default"
      onClick={() => {
        void navigator.clipboard.writeText(text()).then(() => {
          setCopied(true);
        });
      }}
    >
      {copied ? t('common.copied') : t('common.copy')}
    </Button>
  );
}
