import { useSyncExternalStore } from 'react';

const STEP_MS = 30_000;

function subscribe(tick: () => void): () => void {
  const timer = setInterval(tick, STEP_MS);
  return () => {
    clearInterval(timer);
  };
}

/** The time in steps of half a minute, so that “5 minutes ago” stays true. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => Math.ceil(Date.now() / STEP_MS) * STEP_MS);
}
