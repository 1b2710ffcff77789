import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { safeLink } from '../formats/safeLink';
import classes from './LinkCard.module.css';

interface LinkFormProps {
  readonly current: string;
  /** No address is meant any more. */
  readonly onRemove: () => void;
  /** Undefined where nothing is to change. */
  readonly onDone: (address: string | undefined) => void;
}

export function LinkForm({ current, onRemove, onDone }: LinkFormProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(current);
  const [refused, setRefused] = useState(false);

  function submit(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    const address = safeLink(typed);
    if (typed.trim() === '' && current !== '') onRemove();
    else if (address === undefined) setRefused(true);
    else onDone(address);
  }

  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onDone(undefined);
      }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) onDone(undefined);
      }}
    >
      <input
        className={classes.input}
        autoFocus
        aria-label={t('editor.linkAddress')}
        aria-invalid={refused}
        placeholder="https://"
        inputMode="url"
        autoComplete="off"
        value={typed}
        onFocus={(event) => {
          event.currentTarget.select();
        }}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setRefused(false);
        }}
      />
      <button type="submit" className={classes.apply}>
        {t('editor.linkApply')}
      </button>
      {refused && (
        <p role="alert" className={classes.refused}>
          {t('editor.linkInvalid')}
        </p>
      )}
    </form>
  );
}
