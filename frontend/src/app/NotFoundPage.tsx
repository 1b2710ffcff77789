import { useTranslation } from 'react-i18next';
import { LinkButton } from '../components/ui/Button';
import { Notice } from '../components/ui/Notice';

export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <main>
      <Notice icon="document" level={1} title={t('missing.pageTitle')} text={t('missing.pageText')}>
        <LinkButton to="/">{t('common.home')}</LinkButton>
      </Notice>
    </main>
  );
}
