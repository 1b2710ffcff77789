import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCloseOutside } from '../../../components/ui/useCloseOutside';
import type { Axis } from '../../../lib/ot/table/tableContent';
import { ACTIONS, changeFor, run } from './tableActions';
import type { TablePlace } from './tableFocus';
import classes from './TableTools.module.css';

interface TableMenuProps {
  readonly axis: Axis;
  readonly place: TablePlace;
}

/** What can be done with the caret's row or column. */
export function TableMenu({ axis, place }: TableMenuProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const trigger = useRef<HTMLButtonElement>(null);
  const id = useId();

  useEffect(() => {
    if (!open) return;
    root.current?.querySelector<HTMLElement>('[role=menuitem]:not(:disabled)')?.focus();
  }, [open]);
  useCloseOutside(root, open, () => {
    setOpen(false);
  });

  return (
    <div
      ref={root}
      className={classes.menu}
      onKeyDown={(event) => {
        if (!open) return;
        if (event.key === 'Escape') {
          event.stopPropagation();
          setOpen(false);
          trigger.current?.focus();
        } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
          event.preventDefault();
          move(event.key === 'ArrowDown' ? 1 : -1);
        }
      }}
    >
      <button
        ref={trigger}
        type="button"
        className={classes.button}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => {
          setOpen(!open);
        }}
      >
        {t(`table.${axis}.menu`)}
        <span aria-hidden="true" className={classes.arrow} />
      </button>
      {open && (
        <div id={id} role="menu" aria-label={t(`table.${axis}.menu`)} className={classes.panel}>
          {ACTIONS.map((action) => (
            <button
              key={action}
              type="button"
              role="menuitem"
              className={classes.item}
              data-danger={action === 'remove'}
              disabled={changeFor(place, axis, action) === undefined}
              onClick={() => {
                setOpen(false);
                run(place, axis, action);
              }}
            >
              {t(`table.${axis}.${action}`)}
            </button>
          ))}
        </div>
      )}
    </div>
  );

  function move(by: number): void {
    const items = [
      ...(root.current?.querySelectorAll<HTMLElement>('[role=menuitem]:not(:disabled)') ?? []),
    ];
    const at = items.findIndex((item) => item === document.activeElement);
    items[(at + by + items.length) % items.length]?.focus();
  }
}
