import { Button, Group, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../components/ui/Dialog';
import { ErrorText } from '../../components/ui/ErrorText';
import type { Redacting } from './historyView';
import classes from './RedactDialog.module.css';
import { PictureNote } from './PictureNote';
import { useHistoryApi } from './useHistoryApi';
import { useHistoryChange } from './useHistory';

interface RedactDialogProps {
  readonly documentId: string;
  readonly redacting: Redacting | undefined;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Says what would be taken out, asks why, and does it. There is no way back. */
export function RedactDialog({ documentId, redacting, onClose, onDone }: RedactDialogProps) {
  const { t } = useTranslation();
  const api = useHistoryApi(documentId);
  const [reason, setReason] = useState('');
  const extent = useQuery({
    queryKey: ['documents', documentId, 'extent', redacting],
    queryFn: () => (redacting === undefined ? null : api.redactionExtent(wish(redacting, '-'))),
    enabled: redacting !== undefined,
    gcTime: 0,
  });
  const redaction = useHistoryChange(documentId, (history, wanted: Redacting) =>
    history.redact(wish(wanted, reason)).then(onDone),
  );
  if (redacting === undefined) return null;
  return (
    <Dialog opened onClose={onClose} title={t('past.redactTitle')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          redaction.mutate(redacting);
        }}
      >
        <blockquote className={classes.text}>
          {redacting.text}
          {redacting.pictures > 0 && (
            <div>{t('past.redactPictures', { count: redacting.pictures })}</div>
          )}
          {redacting.tables > 0 && <div>{t('past.redactTables', { count: redacting.tables })}</div>}
        </blockquote>
        <p>{t('past.redactText')}</p>
        {extent.data != null && (
          <p role="status">
            {t('past.redactExtent', {
              units: extent.data.units,
              count: extent.data.changes,
            })}
          </p>
        )}
        {extent.data?.pictures.map((picture, index) => (
          <PictureNote key={index} picture={picture} />
        ))}
        <Textarea
          label={t('past.reason')}
          description={t('past.reasonHint')}
          value={reason}
          maxLength={500}
          autosize
          minRows={2}
          data-autofocus
          onChange={(event) => {
            setReason(event.currentTarget.value);
          }}
        />
        {redaction.error !== null && <ErrorText error={redaction.error} />}
        {extent.error !== null && <ErrorText error={extent.error} />}
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button
            type="submit"
            color="red"
            loading={redaction.isPending}
            disabled={reason.trim() === ''}
          >
            {t('past.redactDo')}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}

function wish({ revision, index, length }: Redacting, reason: string) {
  return { revision, index, length, reason };
}
