import type { Cancel, Clock } from './clock';

export const PING_EVERY_MS = 20_000;
export const SILENCE_MS = 45_000;
const WATCH_EVERY_MS = 5_000;
/** After a wake-up a socket may look open and be dead: it has this long to prove that it is not. */
export const PROBE_MS = 5_000;
/** A connection not heard of for so long is not worth a probe when the machine wakes up. */
const STALE_MS = PING_EVERY_MS + PROBE_MS;

export interface HeartbeatDeps {
  readonly clock: Clock;
  readonly ping: (sentAt: number) => void;
  readonly silent: () => void;
}

/** Tells a connection that lives from one that only looks so (L1). */
export class Heartbeat {
  readonly #deps: HeartbeatDeps;
  #heardAt = 0;
  #pingedAt = 0;
  #timers: Cancel[] = [];

  constructor(deps: HeartbeatDeps) {
    this.#deps = deps;
  }

  get isStale(): boolean {
    return this.#deps.clock.now() - this.#heardAt > STALE_MS;
  }

  heard(): void {
    this.#heardAt = this.#deps.clock.now();
  }

  start(): void {
    this.stop();
    this.#pingedAt = this.#deps.clock.now();
    this.#watch();
  }

  stop(): void {
    for (const cancel of this.#timers) cancel();
    this.#timers = [];
  }

  /** Asks for a sign of life; without one the connection is silent. */
  probe(): void {
    const askedAt = this.#deps.clock.now();
    this.#ping();
    this.#later(PROBE_MS, () => {
      if (this.#heardAt < askedAt) this.#deps.silent();
    });
  }

  #watch(): void {
    this.#later(WATCH_EVERY_MS, () => {
      const now = this.#deps.clock.now();
      if (now - this.#heardAt >= SILENCE_MS) {
        this.#deps.silent();
        return;
      }
      if (now - this.#pingedAt >= PING_EVERY_MS) this.#ping();
      this.#watch();
    });
  }

  #ping(): void {
    this.#pingedAt = this.#deps.clock.now();
    this.#deps.ping(this.#pingedAt);
  }

  #later(ms: number, run: () => void): void {
    this.#timers.push(this.#deps.clock.after(ms, run));
  }
}
