import { Loader } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ErrorText } from '../../components/ui/ErrorText';
import classes from './administration.module.css';
import { amounts, bytes } from './amounts';
import { useAsked } from './useAdministration';

const SIZES = ['database', 'history', 'images', 'searchIndex', 'audit'] as const;
const COUNTS = ['documents', 'users'] as const;

export function StoragePart() {
  const { t, i18n } = useTranslation();
  const { data, error } = useAsked(['storage'], (api) => api.storage());
  if (data === undefined) {
    return error === null ? (
      <Loader size="sm" aria-label={t('common.loading')} />
    ) : (
      <ErrorText error={error} />
    );
  }
  return (
    <>
      <dl className={classes.figures}>
        {SIZES.map((name) => (
          <div key={name}>
            <dt>{t(`administration.store.${name}`)}</dt>
            <dd>{bytes(data[name])}</dd>
          </div>
        ))}
        {COUNTS.map((name) => (
          <div key={name}>
            <dt>{t(`administration.store.${name}`)}</dt>
            <dd>{data[name].toLocaleString(i18n.language)}</dd>
          </div>
        ))}
      </dl>
      <h3>{t('administration.store.largest')}</h3>
      <ul className={classes.list} aria-label={t('administration.store.largest')}>
        {data.largest.map((document) => (
          <li key={document.id} className={classes.row}>
            <div className={classes.what}>
              <b>{document.roomName}</b> <code>{document.id}</code>
              <small>{amounts(t, document, document.imageBytes)}</small>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
