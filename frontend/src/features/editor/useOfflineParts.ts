import { useEffect } from 'react';

/** Code that is fetched on first use otherwise, when there may be no connection. */
const PARTS: readonly (() => Promise<unknown>)[] = [
  () => import('./emoji/emojiList'),
  () => import('./code/tokens'),
];

/** Brings what the editor may need later, once there is nothing else to do. */
export function useOfflineParts(): void {
  useEffect(() => {
    // Safari has no idle callbacks.
    const timer = setTimeout(() => {
      for (const load of PARTS) {
        load().catch(() => undefined); // fetched again, and missed, where it is used
      }
    }, 2_000);
    return () => {
      clearTimeout(timer);
    };
  }, []);
}
