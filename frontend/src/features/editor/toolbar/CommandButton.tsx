import { useTranslation } from 'react-i18next';
import { cssVariable } from '../../../components/ui/cssVariable';
import type { Command } from '../commands/command';
import { CommandIcon } from '../commands/CommandIcon';
import { readable, spoken } from '../commands/shortcuts';
import type { Formats } from '../quillEditor';
import classes from './Toolbar.module.css';

interface CommandButtonProps {
  readonly command: Command;
  readonly formats: Formats;
  readonly tabIndex: number;
  /** Whether the arrow keys stop at it. */
  readonly stop: boolean;
  readonly onRun: (command: Command) => void;
}

export function CommandButton({ command, formats, tabIndex, stop, onRun }: CommandButtonProps) {
  const { t } = useTranslation();
  const { shortcut, swatch } = command;
  const label = t(command.labelKey);
  const title = shortcut === undefined ? label : `${label} (${readable(shortcut)})`;
  return (
    <button
      type="button"
      className={classes.button}
      data-group={command.group}
      tabIndex={tabIndex}
      aria-label={label}
      title={title}
      {...(stop && { 'data-stop': command.id })}
      {...(command.isActive !== undefined && { 'aria-pressed': command.isActive(formats) })}
      {...(shortcut !== undefined && { 'aria-keyshortcuts': spoken(shortcut) })}
      {...(swatch !== undefined && { style: cssVariable('--swatch', swatch) })}
      data-swatch={swatch !== undefined}
      onClick={() => {
        onRun(command);
      }}
    >
      {swatch === undefined && <CommandIcon name={command.icon} />}
      {swatch !== undefined && <span className={classes.swatch}>A</span>}
    </button>
  );
}
