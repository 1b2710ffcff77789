import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './Button';
import { copyText } from '../../lib/clipboard';

interface CopyButtonProps {
  readonly text: () => string;
  readonly label?: string;
  readonly size?: 'small' | 'normal';
}

export function CopyButton({ text, label, size = 'small' }: CopyButtonProps) {
  const { t } = useTranslation();
  const [state, setState] = useState<'copy' | 'copied' | 'copyFailed'>('copy');
  return (
    <Button
      size={size}
      look="plain"
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
