import { useEffect, useState } from 'react';

/** Pixels at the bottom of the window that the keyboard on the screen covers. */
export function useKeyboardGap(): number {
  const [gap, setGap] = useState(0);
  useEffect(() => {
    const view = window.visualViewport;
    if (view === null) return;
    const measure = (): void => {
      setGap(Math.max(0, Math.round(window.innerHeight - view.height - view.offsetTop)));
    };
    view.addEventListener('resize', measure);
    view.addEventListener('scroll', measure);
    return () => {
      view.removeEventListener('resize', measure);
      view.removeEventListener('scroll', measure);
    };
  }, []);
  return gap;
}
