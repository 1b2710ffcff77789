import { useEffect, useSyncExternalStore } from 'react';
import type { DocumentSession } from '../../lib/sync/documentSession';
import { FIRST_VIEW, type SessionView } from '../../lib/sync/sessionView';

const nothing = (): void => undefined;
const SLEEP_CHECK_MS = 5_000;
const SLEPT_MS = 15_000;

export function useSessionView(session: DocumentSession | undefined): SessionView {
  return useSyncExternalStore(
    session === undefined ? () => nothing : session.subscribe,
    () => session?.view ?? FIRST_VIEW,
  );
}

/** Tells the session when the network or the machine came back (L2). */
export function useNudges(session: DocumentSession | undefined): void {
  useEffect(() => {
    if (session === undefined) return;
    const nudge = (): void => {
      if (document.visibilityState === 'visible') session.nudge();
    };
    let seenAt = Date.now();
    // A machine that slept shows in a timer that comes much too late.
    const watch = setInterval(() => {
      if (Date.now() - seenAt > SLEPT_MS) session.nudge();
      seenAt = Date.now();
    }, SLEEP_CHECK_MS);
    window.addEventListener('online', nudge);
    window.addEventListener('offline', nudge);
    document.addEventListener('visibilitychange', nudge);
    return () => {
      clearInterval(watch);
      window.removeEventListener('online', nudge);
      window.removeEventListener('offline', nudge);
      document.removeEventListener('visibilitychange', nudge);
    };
  }, [session]);
}
