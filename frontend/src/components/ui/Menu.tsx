import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import classes from './Menu.module.css';
import { Icon, type IconName } from './icons';

export interface MenuItem {
  readonly key: string;
  readonly label: string;
  readonly icon: IconName;
  readonly hint?: string;
  readonly tone?: 'danger';
  readonly run: () => void;
}

interface MenuProps {
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly button: ReactNode;
  readonly buttonClass: string | undefined;
  readonly tabIndex?: number;
}

/** A button with a menu of actions: arrows move, letters jump, Enter runs, Escape and Tab close. */
export function Menu({ label, items, button, buttonClass, tabIndex }: MenuProps) {
  const [place, setPlace] = useState<{ readonly top: number; readonly right: number }>();
  const root = useRef<HTMLDivElement>(null);
  const trigger = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const open = place !== undefined;

  useEffect(() => {
    if (!open) return;
    buttons()[0]?.focus();
    const close = (event: Event): void => {
      if (event.target instanceof Node && root.current?.contains(event.target)) return;
      setPlace(undefined);
    };
    document.addEventListener('pointerdown', close);
    window.addEventListener('scroll', close, true);
    window.addEventListener('resize', close);
    return () => {
      document.removeEventListener('pointerdown', close);
      window.removeEventListener('scroll', close, true);
      window.removeEventListener('resize', close);
    };
  }, [open]);

  function buttons(): HTMLElement[] {
    return [...(list.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
  }

  function show(): void {
    const box = trigger.current?.getBoundingClientRect() ?? new DOMRect();
    const height = items.length * 44 + 16;
    const below = box.bottom + 4 + height < window.innerHeight;
    setPlace({
      top: below ? box.bottom + 4 : Math.max(8, box.top - 4 - height),
      right: Math.max(8, document.documentElement.clientWidth - box.right),
    });
  }

  function close(): void {
    setPlace(undefined);
    trigger.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent): void {
    event.stopPropagation();
    const all = buttons();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const next = target(event.key, at, all);
    if (next !== undefined) {
      event.preventDefault();
      next.focus();
    } else if (event.key === 'Escape') {
      close();
    } else if (event.key === 'Tab') {
      setPlace(undefined);
    }
  }

  return (
    <div ref={root} className={classes.root}>
      <button
        ref={trigger}
        type="button"
        className={buttonClass}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        tabIndex={tabIndex}
        onClick={() => {
          if (open) close();
          else show();
        }}
      >
        {button}
      </button>
      {open && (
        <div
          ref={list}
          id={id}
          role="menu"
          tabIndex={-1}
          aria-label={label}
          className={classes.list}
          style={place}
          onKeyDown={onKeyDown}
        >
          {items.map(({ key, label: text, icon, hint, tone, run }) => (
            <button
              key={key}
              type="button"
              role="menuitem"
              tabIndex={-1}
              className={classes.item}
              data-tone={tone}
              onClick={() => {
                close();
                run();
              }}
            >
              <Icon name={icon} size={16} />
              <span>{text}</span>
              {hint !== undefined && <kbd aria-hidden="true">{hint}</kbd>}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

/** Where a key leads in a menu. */
function target(key: string, at: number, all: readonly HTMLElement[]): HTMLElement | undefined {
  switch (key) {
    case 'ArrowDown':
      return all[(at + 1) % all.length];
    case 'ArrowUp':
      return all.at(at <= 0 ? -1 : at - 1);
    case 'Home':
      return all[0];
    case 'End':
      return all.at(-1);
    default:
      if (key.length !== 1 || key === ' ') return undefined;
      return [...all.slice(at + 1), ...all.slice(0, at + 1)].find((each) =>
        each.textContent.toLowerCase().startsWith(key.toLowerCase()),
      );
  }
}
