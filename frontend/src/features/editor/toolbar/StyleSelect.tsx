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
}

/** The browser's own list: it is readable for everybody, and a wheel on a phone. */
export function StyleSelect({ commands, formats, tabIndex, stop, onRun }: StyleSelectProps) {
  const { t } = useTranslation();
  const active = commands.find(({ isActive }) => isActive?.(formats));
  return (
    <select
      className={classes.style}
      aria-label={t('editor.style')}
      title={t('editor.style')}
      tabIndex={tabIndex}
      {...(stop && { 'data-stop': 'style' })}
      value={active?.id ?? 'paragraph'}
      onChange={(event) => {
        const chosen = commands.find(({ id }) => id === event.currentTarget.value);
        if (chosen !== undefined) onRun(chosen);
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
