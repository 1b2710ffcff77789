import type { Cancel } from './clock';

/** Runs once, as soon as the condition holds; it is looked at now and whenever something has changed. */
export function until(
  condition: () => boolean,
  subscribe: (listener: () => void) => Cancel,
  run: () => void,
): Cancel {
  let done = false;
  const look = (): void => {
    if (done || !condition()) return;
    done = true;
    forget();
    run();
  };
  const forget = subscribe(look);
  look();
  return forget;
}
