import { useLayoutEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './SidePanel.module.css';
import { Icon } from './icons';

interface SidePanelProps {
  readonly side: 'left' | 'right';
  readonly title: string;
  /** Name of the region for the key that goes around the page. */
  readonly region: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A column beside the text; on a small screen a sheet over its lower part. Escape closes it. */
export function SidePanel({ side, title, region, onClose, children }: SidePanelProps) {
  const { t } = useTranslation();
  const root = useRef<HTMLElement>(null);
  const before = useRef<Element>(null);

  // Its end comes while the panel is still in the page, and can have the focus.
  useLayoutEffect(() => {
    before.current = document.activeElement;
    const element = root.current;
    return () => {
      // Whoever was in the panel finds back to where they came from.
      const had = element?.contains(document.activeElement);
      if (had && before.current instanceof HTMLElement) before.current.focus();
    };
  }, []);

  return (
    <aside
      ref={root}
      className={classes.panel}
      data-side={side}
      data-region={region}
      aria-label={title}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <div className={classes.head}>
        <h2 className={classes.title}>{title}</h2>
        <button
          type="button"
          className={classes.close}
          aria-label={t('common.closePanel', { title })}
          onClick={onClose}
        >
          <Icon name="close" />
        </button>
      </div>
      <div className={classes.body}>{children}</div>
    </aside>
  );
}
