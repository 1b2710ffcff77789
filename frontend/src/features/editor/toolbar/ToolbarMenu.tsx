import { useId, useRef, useState, type ReactNode } from 'react';
import { cssVariable } from '../../../components/ui/cssVariable';
import { useCloseOutside } from '../../../components/ui/useCloseOutside';
import { CommandIcon, type CommandIconName } from '../commands/CommandIcon';
import classes from './Toolbar.module.css';

interface ToolbarMenuProps {
  readonly id: string;
  readonly label: string;
  readonly icon: CommandIconName;
  /** A colour that is in force. */
  readonly swatch?: string | undefined;
  readonly grid?: boolean;
  readonly tabIndex: number;
  readonly children: ReactNode;
}

/** A button of the toolbar that shows more buttons; a press on one of them, Escape, or leaving closes it. */
export function ToolbarMenu(props: ToolbarMenuProps) {
  const { id, label, icon, swatch, grid = false, tabIndex, children } = props;
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLSpanElement>(null);
  const trigger = useRef<HTMLButtonElement>(null);
  const panel = useId();

  useCloseOutside(root, open, () => {
    setOpen(false);
  });

  return (
    <span
      ref={root}
      className={classes.menu}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        event.stopPropagation();
        setOpen(false);
        trigger.current?.focus();
      }}
    >
      <button
        ref={trigger}
        type="button"
        className={classes.button}
        data-stop={id}
        data-group={id}
        tabIndex={tabIndex}
        aria-label={label}
        title={label}
        aria-expanded={open}
        aria-controls={panel}
        {...(swatch !== undefined && { style: cssVariable('--swatch', swatch) })}
        onClick={() => {
          setOpen(!open);
        }}
      >
        <CommandIcon name={icon} />
        {swatch !== undefined && <span className={classes.bar} />}
      </button>
      <span
        id={panel}
        className={classes.panel}
        data-grid={grid}
        hidden={!open}
        role="group"
        aria-label={label}
        onClick={(event) => {
          if (event.target instanceof Element && event.target.closest('button')) setOpen(false);
        }}
      >
        {children}
      </span>
    </span>
  );
}
