import { useTranslation } from 'react-i18next';
import { ErrorText } from '../../components/ui/ErrorText';
import { Problem } from '../../lib/api/problem';
import { sharingEn } from '../../lib/i18n/sharingEn';
import classes from './Sharing.module.css';

/** What a failed request of sharing means; others as everywhere. */
export function Failure({ error }: { error: unknown }) {
  const { t } = useTranslation();
  if (error instanceof Problem && error.code in sharingEn.failures) {
    return (
      <p className={classes.failure} role="alert">
        {t(`sharing.failures.${error.code}`)}
      </p>
    );
  }
  return <ErrorText error={error} />;
}
