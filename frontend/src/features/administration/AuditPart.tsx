import { TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/ui/Button';
import { ErrorText } from '../../components/ui/ErrorText';
import type { AuditEvent } from '../../lib/api/administrationApi';
import { saveBlob } from '../../lib/saveBlob';
import { exactTime } from '../../lib/i18n/exactTime';
import { Found, PAGE } from './SearchedList';
import classes from './administration.module.css';
import { useAdministrationApi, useAsked } from './useAdministration';

const FIELDS = ['actor', 'action', 'subject', 'from', 'to', 'text'] as const;
type Field = (typeof FIELDS)[number];

export function AuditPart() {
  const { t } = useTranslation();
  const api = useAdministrationApi();
  const [fields, setFields] = useState<Partial<Record<Field, string>>>({});
  const [limit, setLimit] = useState(PAGE);
  const filter = asked(fields);
  const found = useAsked(['audit', filter, limit], (target) => target.audit(filter, limit));
  const names = found.data?.names ?? {};
  const save = useMutation({
    mutationFn: async () => {
      saveBlob(await api.auditExport(filter), 'audit.jsonl');
    },
  });

  return (
    <>
      <div className={classes.filter}>
        {FIELDS.map((field) => (
          <TextInput
            key={field}
            type={field === 'from' || field === 'to' ? 'datetime-local' : 'text'}
            maxLength={200}
            label={t(`administration.event.${field}`)}
            value={fields[field] ?? ''}
            onChange={(event) => {
              setFields({ ...fields, [field]: event.currentTarget.value });
            }}
          />
        ))}
      </div>
      <div className={classes.actions}>
        <Button
          look="plain"
          size="small"
          busy={save.isPending}
          onClick={() => {
            save.mutate();
          }}
        >
          {t('administration.event.export')}
        </Button>
        <Verification />
      </div>
      <ErrorText error={save.error} />
      <Found
        label={t('administration.audit')}
        found={found}
        row={(event) => <Event key={event.number} event={event} names={names} />}
        onMore={() => {
          setLimit(limit + PAGE);
        }}
      />
    </>
  );
}

/** What is empty does not count; times are local here and UTC there. */
function asked(fields: Partial<Record<Field, string>>): Record<string, string> {
  const filter: Record<string, string> = {};
  for (const field of FIELDS) {
    const value = fields[field]?.trim() ?? '';
    if (value === '') continue;
    filter[field] = field === 'from' || field === 'to' ? new Date(value).toISOString() : value;
  }
  return filter;
}

function Verification() {
  const { t } = useTranslation();
  const api = useAdministrationApi();
  const verify = useMutation({ mutationFn: () => api.verify() });
  const verdict = verify.data;
  return (
    <>
      <Button
        look="plain"
        size="small"
        busy={verify.isPending}
        onClick={() => {
          verify.mutate();
        }}
      >
        {t('administration.event.verify')}
      </Button>
      <output className={classes.verdict}>
        {verdict !== undefined &&
          (verdict.verified
            ? t('administration.event.verified', {
                count: verdict.events,
                head: verdict.head,
                hash: verdict.hash,
              })
            : t('administration.event.broken', { number: verdict.firstInvalid }))}
      </output>
      <ErrorText error={verify.error} />
    </>
  );
}

interface EventProps {
  readonly event: AuditEvent;
  readonly names: Readonly<Record<string, string>>;
}

function Event({ event, names }: EventProps) {
  const { t, i18n } = useTranslation();
  const { actor, subject, details } = event;
  const who = actor === null ? t('administration.event.somebody') : (names[actor] ?? actor);
  return (
    <li className={classes.row}>
      <div className={classes.what}>
        <b>{event.action}</b> {who}
        {subject !== null && `: ${names[subject] ?? `${event.subjectKind ?? ''} ${subject}`}`}
        <small>
          {exactTime(event.at, i18n.language)} {event.address}
        </small>
        {Object.keys(details).length > 0 && (
          <code aria-label={t('administration.event.details', { number: event.number })}>
            {JSON.stringify(details)}
          </code>
        )}
      </div>
    </li>
  );
}
