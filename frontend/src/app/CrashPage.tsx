import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Notice } from '../components/ui/Notice';

/** What a page becomes when its code fails: never blank, and with a way on. */
export function CrashPage() {
  const { t } = useTranslation();
  return (
    <main>
      <Notice
        icon="warning"
        level={1}
        title={t('missing.crashTitle')}
        text={t('missing.crashText')}
      >
        <Button
          onClick={() => {
            window.location.reload();
          }}
        >
          {t('status.reload')}
        </Button>
      </Notice>
    </main>
  );
}
