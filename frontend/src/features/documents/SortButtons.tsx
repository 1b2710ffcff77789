import { useTranslation } from 'react-i18next';
import type { DocumentOrder } from '../../lib/api/types';
import classes from './DocumentList.module.css';

interface SortButtonsProps {
  readonly order: DocumentOrder;
  readonly onChange: (order: DocumentOrder) => void;
}

export function SortButtons({ order, onChange }: SortButtonsProps) {
  const { t } = useTranslation();
  const columns = { title: t('start.list.title'), updated: t('start.list.changed') } as const;
  return (
    <div className={classes.sort}>
      {(['updated', 'title'] as const).map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={order === each}
          aria-label={t('start.list.sort', { column: columns[each] })}
          onClick={() => {
            onChange(each);
          }}
        >
          {columns[each]}
        </button>
      ))}
    </div>
  );
}
