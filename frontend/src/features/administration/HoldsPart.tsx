import { NativeSelect, TextInput } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/ui/Button';
import { ErrorText } from '../../components/ui/ErrorText';
import { exactTime } from '../../lib/i18n/exactTime';
import { Found } from './SearchedList';
import classes from './administration.module.css';
import { useAsked, useChange } from './useAdministration';

const KINDS = ['document', 'room', 'user'] as const;

export function HoldsPart() {
  const { t, i18n } = useTranslation();
  const found = useAsked(['holds'], (api) => api.holds());
  const release = useChange();
  return (
    <>
      <p className={classes.soft}>{t('administration.hold.text')}</p>
      <PlaceHold />
      <ErrorText error={release.error} />
      <Found
        label={t('administration.holds')}
        found={found}
        row={(held) => (
          <li key={`${held.kind} ${held.targetId}`} className={classes.row}>
            <div className={classes.what}>
              <b>{held.name}</b> {t(`administration.hold.${held.kind}`)}
              <small>
                {t('administration.hold.by', {
                  reason: held.reason,
                  name: held.placedBy,
                  when: exactTime(held.placedAt, i18n.language),
                })}
              </small>
              <code>{held.targetId}</code>
            </div>
            <Button
              look="plain"
              size="small"
              onClick={() => {
                release.mutate((api) => api.release(held.kind, held.targetId));
              }}
            >
              {t('administration.hold.release')}
            </Button>
          </li>
        )}
      />
    </>
  );
}

function PlaceHold() {
  const { t } = useTranslation();
  const [kind, setKind] = useState<string>('document');
  const [id, setId] = useState('');
  const [reason, setReason] = useState('');
  const place = useChange(() => {
    setId('');
    setReason('');
  });

  function submit(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    place.mutate((api) => api.hold(kind, id.trim(), reason));
  }

  return (
    <form onSubmit={submit} className={classes.filter}>
      <NativeSelect
        label={t('administration.hold.kind')}
        value={kind}
        data={KINDS.map((value) => ({ value, label: t(`administration.hold.${value}`) }))}
        onChange={(event) => {
          setKind(event.currentTarget.value);
        }}
      />
      <TextInput
        required
        label={t('administration.hold.id')}
        value={id}
        onChange={(event) => {
          setId(event.currentTarget.value);
        }}
      />
      <TextInput
        required
        maxLength={500}
        label={t('administration.hold.reason')}
        value={reason}
        onChange={(event) => {
          setReason(event.currentTarget.value);
        }}
      />
      <Button type="submit" busy={place.isPending}>
        {t('administration.hold.place')}
      </Button>
      <ErrorText error={place.error} />
    </form>
  );
}
