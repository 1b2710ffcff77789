import { useTranslation } from 'react-i18next';
import classes from './Brand.module.css';

/** Two carets in one line: the product in a sign. */
export function Brand() {
  const { t } = useTranslation();
  return (
    <span className={classes.brand}>
      <svg width="26" height="26" viewBox="0 0 26 26" aria-hidden="true" focusable="false">
        <rect width="26" height="26" rx="7" fill="var(--brand-mark)" />
        <path d="M8.500 7v12M17.500 7v12" stroke="#fff" strokeWidth="2.400" strokeLinecap="round" />
        <path
          d="M8.500 13h9"
          stroke="var(--brand-spark)"
          strokeWidth="2.400"
          strokeLinecap="round"
        />
      </svg>
      {t('app.name')}
    </span>
  );
}
