import { Button, Loader } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ErrorText } from '../../components/ui/ErrorText';
import { Notice } from '../../components/ui/Notice';
import { Icon } from '../../components/ui/icons';
import { relativeTime } from '../../lib/i18n/relativeTime';
import classes from './DocumentList.module.css';
import { useDocuments } from './useDocuments';

interface DocumentListProps {
  readonly roomId: string;
  readonly mayWrite: boolean;
  readonly onNew: () => void;
}

export function DocumentList({ roomId, mayWrite, onNew }: DocumentListProps) {
  const { t, i18n } = useTranslation();
  const documents = useDocuments(roomId);
  if (documents.isPending) return <Loader size="sm" aria-label={t('common.loading')} />;
  if (documents.isError) return <ErrorText error={documents.error} />;
  if (documents.data.items.length === 0) {
    return (
      <Notice
        icon="document"
        title={t('documents.emptyTitle')}
        text={mayWrite ? t('documents.emptyText') : t('documents.emptyReader')}
      >
        {mayWrite && <Button onClick={onNew}>{t('documents.new')}</Button>}
      </Notice>
    );
  }
  return (
    <ul className={classes.list}>
      {documents.data.items.map((document) => (
        <li key={document.id}>
          <Link to={`/documents/${document.id}`} className={classes.row}>
            <span className={classes.icon}>
              <Icon name="document" size={20} />
            </span>
            <span className={classes.title}>{document.title || t('documents.untitled')}</span>
            <time className={classes.when} dateTime={document.updatedAt}>
              {t('documents.changed', { when: relativeTime(document.updatedAt, i18n.language) })}
            </time>
          </Link>
        </li>
      ))}
    </ul>
  );
}
