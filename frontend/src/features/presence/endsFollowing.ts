import type { Cancel } from '../../lib/sync/clock';

/** On what starts and ends following by itself, so that a press of it is not taken for one elsewhere. */
export const FOLLOW_CONTROL = 'data-follow-control';

const MOVES = new Set(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown']);
const ENDING_KEYS = new Set(['Escape', 'Home', 'End', ...MOVES]);

/** Calls back when the user takes the lead again: clicks, scrolls, touches, types, moves, presses Escape. */
export function whenUserTakesOver(ended: () => void): Cancel {
  const abort = new AbortController();
  const options = { capture: true, passive: true, signal: abort.signal };
  const elsewhere = ({ target }: Event): void => {
    const isControl = target instanceof Element && target.closest(`[${FOLLOW_CONTROL}]`) !== null;
    if (!isControl) ended();
  };
  document.addEventListener('pointerdown', elsewhere, options);
  document.addEventListener('touchstart', elsewhere, options);
  document.addEventListener('wheel', ended, options);
  document.addEventListener('beforeinput', ended, options);
  document.addEventListener(
    'keydown',
    ({ key }) => {
      if (ENDING_KEYS.has(key)) ended();
    },
    options,
  );
  return () => {
    abort.abort();
  };
}
