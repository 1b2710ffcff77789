import type { Clock } from './clock';

const FIRST_MS = 5_000;
const LONGEST_MS = 40_000;

/**
 * Asks again about a submission that nobody answers. Each time it waits twice as long as before, since
 * a server that is slow does not get faster by being asked.
 */
export class Watchdog {
  readonly #clock: Clock;
  readonly #ask: () => void;
  #patience = FIRST_MS;

  constructor(clock: Clock, ask: () => void) {
    this.#clock = clock;
    this.#ask = ask;
  }

  answered(): void {
    this.#patience = FIRST_MS;
  }

  look(unansweredSince: number | undefined): void {
    if (unansweredSince === undefined) return;
    if (this.#clock.now() - unansweredSince <= this.#patience) return;
    this.#patience = Math.min(LONGEST_MS, this.#patience * 2);
    this.#ask();
  }
}
