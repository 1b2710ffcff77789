import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../components/ui/Button';
import { Notice } from '../components/ui/Notice';
import { CopyOpenText } from './CopyOpenText';

const TRY_EVERY_MS = 5_000;

interface AwayPageProps {
  readonly onRetry: () => void;
  readonly text?: string;
}

/** For a server that does not answer: tries again by itself, and at once when the connection is back. */
export function AwayPage({ onRetry, text = '' }: AwayPageProps) {
  const { t } = useTranslation();
  const retry = useRef(onRetry);
  useEffect(() => {
    retry.current = onRetry;
  });
  useEffect(() => {
    const again = (): void => {
      retry.current();
    };
    const timer = setInterval(again, TRY_EVERY_MS);
    window.addEventListener('online', again);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', again);
    };
  }, []);
  return (
    <main>
      <Notice
        icon="cloud"
        level={1}
        title={t('start.faults.awayTitle')}
        text={t('start.faults.awayText')}
      >
        <CopyOpenText text={text} />
        <Button onClick={onRetry}>{t('common.retry')}</Button>
      </Notice>
    </main>
  );
}
