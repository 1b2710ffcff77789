import type { Cancel } from './clock';

const LOOK_EVERY_MS = 5_000;
/** A timer that comes so late was held up: the machine slept, or the browser froze the page. */
const SLEPT_MS = 15_000;

/** Calls back when the network or the machine may have come back (L2). */
export type WakeUps = (woken: () => void) => Cancel;

export const browserWakeUps: WakeUps = (woken) => {
  const abort = new AbortController();
  const { signal } = abort;
  let seenAt = Date.now();
  const watch = setInterval(() => {
    if (Date.now() - seenAt > SLEPT_MS) woken();
    seenAt = Date.now();
  }, LOOK_EVERY_MS);
  // Going offline is worth a look too: the socket may not notice for a long time.
  for (const event of ['online', 'offline', 'pageshow']) {
    window.addEventListener(event, woken, { signal });
  }
  document.addEventListener(
    'visibilitychange',
    () => {
      if (document.visibilityState === 'visible') woken();
    },
    { signal },
  );
  return () => {
    clearInterval(watch);
    abort.abort();
  };
};
