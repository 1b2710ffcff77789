import { Button, Loader } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Brand } from '../components/ui/Brand';
import { ErrorText } from '../components/ui/ErrorText';
import classes from './Splash.module.css';

interface SplashProps {
  readonly error?: unknown;
  readonly onRetry?: () => void;
}

export function Splash({ error, onRetry }: SplashProps) {
  const { t } = useTranslation();
  const failed = error !== null && error !== undefined;
  return (
    <main className={classes.splash}>
      <Brand />
      {failed ? <ErrorText error={error} /> : <Loader size="sm" aria-label={t('common.loading')} />}
      {failed && <Button onClick={onRetry}>{t('common.retry')}</Button>}
    </main>
  );
}
