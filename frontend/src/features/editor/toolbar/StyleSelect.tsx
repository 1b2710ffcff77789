import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Command } from '../commands/command';
import type { Formats } from '../quillEditor';
import classes from './Toolbar.module.css';

interface StyleSelectProps {
  readonly commands: readonly Command[];
  readonly formats: Formats;
  readonly tabIndex: number;
  readonly stop: boolean;
  readonly onRun: (command: Command) => void;
  /** Back to the text. */
  readonly onLeave: () => void;
}

/**
 * The browser's own list: it is readable for everybody, and a wheel on a phone. Who chooses by keys stays in it,
 * since arrows and letters choose at once; Enter goes to the text.
 */
export function StyleSelect({
  commands,
  formats,
  tabIndex,
  stop,
  onRun,
  onLeave,
}: StyleSelectProps) {
  const { t } = useTranslation();
  const byKeys = useRef(false);
  const active = commands.find(({ isActive }) => isActive?.(formats));
  return (
    <select
      className={classes.style}
      aria-label={t('editor.style')}
      title={t('editor.style')}
      tabIndex={tabIndex}
      {...(stop && { 'data-stop': 'style' })}
      value={active?.id ?? 'paragraph'}
      onPointerDown={() => {
        byKeys.current = false;
      }}
      onKeyDown={(event) => {
        byKeys.current = true;
        if (event.key !== 'Enter') return;
        event.preventDefault();
        onLeave();
      }}
      onChange={({ currentTarget }) => {
        const chosen = commands.find(({ id }) => id === currentTarget.value);
        if (chosen !== undefined) onRun(chosen);
        if (byKeys.current) currentTarget.focus();
      }}
    >
      {commands.map(({ id, labelKey }) => (
        <option key={id} value={id}>
          {t(labelKey)}
        </option>
      ))}
    </select>
  );
}
