import { useEffect } from 'react';
import type { DocumentSession } from '../../lib/sync/documentSession';

const SIGNS = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'touchmove'] as const;

/** Tells the session what the user does, so that the others see who is idle. */
export function useActivity(session: DocumentSession): void {
  useEffect(() => {
    const abort = new AbortController();
    const { signal } = abort;
    const stirred = (): void => {
      session.stirred();
    };
    const shown = (): void => {
      session.shown(document.visibilityState === 'visible');
    };
    for (const sign of SIGNS) {
      document.addEventListener(sign, stirred, { signal, passive: true });
    }
    document.addEventListener('visibilitychange', shown, { signal });
    shown();
    return () => {
      abort.abort();
    };
  }, [session]);
}
