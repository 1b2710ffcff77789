import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import classes from './Popup.module.css';
import { useCloseOutside } from './useCloseOutside';

interface PopupProps {
  /** Left out where the button itself says what it is. */
  readonly label?: string;
  readonly button: ReactNode;
  readonly buttonClass: string | undefined;
  readonly side?: 'above' | 'below';
  readonly children: ReactNode;
}

/** A button that shows a small panel; Escape, a press elsewhere or on one of its buttons, or Tab closes it. */
export function Popup({ label, button, buttonClass, side = 'below', children }: PopupProps) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const trigger = useRef<HTMLButtonElement>(null);
  const id = useId();

  useCloseOutside(root, open, () => {
    setOpen(false);
  });
  useEffect(() => {
    if (!open) return;
    const closeOnEscape = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      setOpen(false);
      trigger.current?.focus();
    };
    document.addEventListener('keydown', closeOnEscape);
    return () => {
      document.removeEventListener('keydown', closeOnEscape);
    };
  }, [open]);

  return (
    <div ref={root} className={classes.root}>
      <button
        ref={trigger}
        type="button"
        className={`${classes.trigger ?? ''} ${buttonClass ?? ''}`}
        aria-label={label}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => {
          setOpen(!open);
        }}
      >
        {button}
      </button>
      <div
        id={id}
        className={classes.panel}
        data-side={side}
        hidden={!open}
        // Before what was pressed runs: a dialog that it opens gives the focus back to the button.
        onClickCapture={(event) => {
          if (!(event.target instanceof Element) || !event.target.closest('button')) return;
          setOpen(false);
          trigger.current?.focus();
        }}
      >
        {children}
      </div>
    </div>
  );
}
