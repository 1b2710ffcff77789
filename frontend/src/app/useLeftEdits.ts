import { useEffect } from 'react';
import { useApi, useAuth } from '../lib/api/apiContext';

/** A document that is being opened takes its own queue first, and shows it. */
const FIRST_LOOK_MS = 4_000;
const LOOK_EVERY_MS = 60_000;

/**
 * Edits that were kept on the device are sent from any page, as soon as there is a connection: their
 * document need not be opened again. The code for it comes after the page.
 */
export function useLeftEdits(): void {
  const api = useApi();
  const auth = useAuth();
  const userId = auth.kind === 'signed-in' ? auth.user.id : undefined;

  useEffect(() => {
    if (userId === undefined) return;
    const look = (): void => {
      if (!navigator.onLine) return;
      import('../lib/sync/leftEdits')
        .then(({ sendLeftEdits }) => sendLeftEdits(api, userId))
        // No connection for the code, or no store: there is another look later, or nothing is left.
        .catch(() => undefined);
    };
    const first = setTimeout(look, FIRST_LOOK_MS);
    const again = setInterval(look, LOOK_EVERY_MS);
    window.addEventListener('online', look);
    return () => {
      clearTimeout(first);
      clearInterval(again);
      window.removeEventListener('online', look);
    };
  }, [api, userId]);
}
