import { useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './DocumentList.module.css';

interface RenameFieldProps {
  readonly title: string;
  /** Called once, with the new title, or nothing where it stays. */
  readonly onDone: (title: string | undefined) => void;
}

/** A row's title while it is being changed: Enter and leaving the field save, Escape does not. */
export function RenameField({ title, onDone }: RenameFieldProps) {
  const { t } = useTranslation();
  const isDone = useRef(false);

  function done(typed: string | undefined): void {
    if (isDone.current) return;
    isDone.current = true;
    const next = typed?.trim();
    onDone(next === undefined || next === '' || next === title ? undefined : next);
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    event.stopPropagation();
    if (event.key === 'Enter') done(event.currentTarget.value);
    if (event.key === 'Escape') done(undefined);
  }

  return (
    <input
      className={classes.rename}
      aria-label={t('start.list.rename', { title })}
      maxLength={200}
      defaultValue={title}
      ref={(input) => {
        input?.select();
      }}
      onKeyDown={onKeyDown}
      onBlur={(event) => {
        done(event.currentTarget.value);
      }}
    />
  );
}
