import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { copyText } from '../../lib/clipboard';

interface CopyButtonProps {
  readonly text: () => string;
  readonly label?: string;
  readonly size?: 'xs' | 'sm';
}

export function CopyButton({ text, label, size = 'xs' }: CopyButtonProps) {
  const { t } = useTranslation();
  const [state, setState] = useState<'copy' | 'copied' | 'copyFailed'>('copy');
  return (
    <Button
      size={size}
      variant="default"
      onClick={() => {
        void copyText(text()).then((copied) => {
          setState(copied ? 'copied' : 'copyFailed');
        });
      }}
    >
      {state === 'copy' && label !== undefined ? label : t(`common.${state}`)}
    </Button>
  );
}
