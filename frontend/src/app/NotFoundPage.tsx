import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Notice } from '../components/ui/Notice';

export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <main>
      <Notice icon="document" level={1} title={t('missing.pageTitle')} text={t('missing.pageText')}>
        <Button component={Link} to="/">
          {t('common.home')}
        </Button>
      </Notice>
    </main>
  );
}
