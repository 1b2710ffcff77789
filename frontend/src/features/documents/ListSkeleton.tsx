import { useTranslation } from 'react-i18next';
import classes from './DocumentList.module.css';

/** The shape of a list while it is on its way. */
export function ListSkeleton() {
  const { t } = useTranslation();
  return (
    <div className={classes.skeleton} role="img" aria-label={t('common.loading')}>
      {[62, 44, 71, 38].map((width) => (
        <div key={width} className={classes.ghost}>
          <span style={{ width: `${String(width)}%` }} />
          <span style={{ width: '26%' }} />
        </div>
      ))}
    </div>
  );
}
