import { Loader, TextInput } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/ui/Button';
import { ErrorText } from '../../components/ui/ErrorText';
import type { List } from '../../lib/api/types';
import classes from './administration.module.css';

export const PAGE = 50;

export function SearchField(props: { text: string; onChange: (text: string) => void }) {
  const { t } = useTranslation();
  return (
    <TextInput
      type="search"
      maxLength={200}
      label={t('administration.search')}
      value={props.text}
      onChange={(event) => {
        props.onChange(event.currentTarget.value);
      }}
    />
  );
}

interface FoundProps<T> {
  readonly label: string;
  readonly found: UseQueryResult<List<T>>;
  readonly row: (item: T) => ReactNode;
  readonly onMore?: () => void;
}

/** What was found, with a button for more of it. */
export function Found<T>({ label, found, row, onMore }: FoundProps<T>) {
  const { t } = useTranslation();
  if (found.isPending) return <Loader size="sm" aria-label={t('common.loading')} />;
  const items = found.data?.items ?? [];
  return (
    <>
      <ErrorText error={found.error} />
      {found.data !== undefined && items.length === 0 && (
        <p className={classes.soft}>{t('administration.nothing')}</p>
      )}
      {items.length > 0 && (
        <ul className={classes.list} aria-label={label}>
          {items.map(row)}
        </ul>
      )}
      {onMore !== undefined && found.data !== undefined && found.data.total > items.length && (
        <Button look="plain" onClick={onMore}>
          {t('administration.more')}
        </Button>
      )}
    </>
  );
}
