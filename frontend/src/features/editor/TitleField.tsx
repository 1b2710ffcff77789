import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../lib/api/apiContext';
import type { Document } from '../../lib/api/types';
import { takeJustCreated } from '../../lib/justCreated';
import { focusRegion } from './regions';
import classes from './TitleField.module.css';
import { documentKey } from './useDocument';

interface TitleFieldProps {
  readonly document: Document;
  readonly editable: boolean;
}

/** The title; a change is sent when the field is left or Enter is pressed. */
export function TitleField({ document, editable }: TitleFieldProps) {
  const { t } = useTranslation();
  const api = useApi();
  const queries = useQueryClient();
  const [typed, setTyped] = useState<string>();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!editable || !takeJustCreated(document.id)) return;
    field.current?.focus();
    field.current?.select();
  }, [editable, document.id]);
  const rename = useMutation({
    mutationFn: (title: string) => api.renameDocument(document.id, title),
    onSuccess: (renamed) => {
      queries.setQueryData(documentKey(document.id), renamed);
      setTyped(undefined);
    },
  });

  function save(): void {
    const title = typed?.trim();
    if (title === undefined || title === '' || title === document.title) setTyped(undefined);
    else rename.mutate(title);
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.key === 'Enter') {
      event.preventDefault(); // the text would get it
      focusRegion('text');
      event.currentTarget.blur(); // where there is no text yet
    }
    if (event.key === 'Escape') setTyped(undefined);
  }

  return (
    <span className={classes.wrap}>
      <input
        ref={field}
        className={classes.title}
        aria-label={t('editor.titleLabel')}
        aria-invalid={rename.isError}
        readOnly={!editable}
        maxLength={200}
        value={typed ?? document.title}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
        }}
        onBlur={save}
        onKeyDown={onKeyDown}
      />
      {rename.isError && (
        <span className={classes.failed} role="alert">
          {t('editor.renameFailed')}
        </span>
      )}
    </span>
  );
}
