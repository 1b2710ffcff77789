import { useEffect, useState, type RefObject } from 'react';

interface Drawer {
  readonly isOpen: boolean;
  readonly toggle: () => void;
  readonly close: () => void;
}

/** The rooms on a phone: Escape closes them, and the focus goes in and comes back. */
export function useDrawer(
  button: RefObject<HTMLElement | null>,
  panel: RefObject<HTMLElement | null>,
): Drawer {
  const [isOpen, setIsOpen] = useState(false);

  useEffect(() => {
    if (!isOpen) return;
    panel.current?.querySelector<HTMLElement>('a, button')?.focus();
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      setIsOpen(false);
      button.current?.focus();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
    };
  }, [isOpen, button, panel]);

  return {
    isOpen,
    toggle: () => {
      setIsOpen(!isOpen);
    },
    close: () => {
      setIsOpen(false);
    },
  };
}
