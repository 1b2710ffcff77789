import { useTranslation } from 'react-i18next';
import classes from './Spinner.module.css';

export function Spinner() {
  const { t } = useTranslation();
  return <span className={classes.spinner} role="img" aria-label={t('common.loading')} />;
}
