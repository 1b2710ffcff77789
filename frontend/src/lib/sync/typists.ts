import type { Cancel, Clock } from './clock';

export const TYPING_MS = 2_000;

/** Who has changed the text a moment ago. */
export class Typists {
  readonly #clock: Clock;
  readonly #changed: () => void;
  readonly #until = new Map<string, number>();
  #timer: Cancel | undefined;

  constructor(clock: Clock, changed: () => void) {
    this.#clock = clock;
    this.#changed = changed;
  }

  typed(clientId: string): void {
    this.#until.set(clientId, this.#clock.now() + TYPING_MS);
    this.#timer ??= this.#clock.after(TYPING_MS, () => {
      this.#look();
    });
  }

  has(clientId: string): boolean {
    return (this.#until.get(clientId) ?? 0) > this.#clock.now();
  }

  stop(): void {
    this.#timer?.();
  }

  #look(): void {
    const now = this.#clock.now();
    for (const [clientId, until] of this.#until) {
      if (until <= now) this.#until.delete(clientId);
    }
    const next = Math.min(...this.#until.values());
    this.#timer = Number.isFinite(next)
      ? this.#clock.after(next - now, () => {
          this.#look();
        })
      : undefined;
    this.#changed();
  }
}
