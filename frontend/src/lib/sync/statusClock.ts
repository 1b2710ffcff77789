import type { Cancel, Clock } from './clock';
import type { Link } from './link';
import { sameStatus, statusOf, type Kept, type Status } from './status';

const TICK_MS = 200;

export interface StatusClockDeps {
  readonly clock: Clock;
  readonly link: () => Link;
  readonly opened: () => boolean;
  readonly kept: () => Kept;
  readonly show: (status: Status) => void;
  /** Called at every tick, while something is outstanding. */
  readonly ticked: () => void;
}

/** Keeps the status true: it depends on what happens, and while something is outstanding on the time. */
export class StatusClock {
  readonly #deps: StatusClockDeps;
  #unlinkedSince: number | undefined;
  #unconfirmedSince: number | undefined;
  #savedAt: number | undefined;
  #status: Status = { kind: 'opening' };
  #timer: Cancel | undefined;

  constructor(deps: StatusClockDeps) {
    this.#deps = deps;
  }

  get status(): Status {
    return this.#status;
  }

  stop(): void {
    this.#timer?.();
  }

  linkChanged(): void {
    if (this.#deps.link().kind === 'joined') this.#unlinkedSince = undefined;
    else this.#unlinkedSince ??= this.#deps.clock.now();
    this.refresh();
  }

  edited(): void {
    this.#unconfirmedSince ??= this.#deps.clock.now();
    this.refresh();
  }

  /** Something was confirmed or taken back: what is left has been waiting since now. */
  settled(hasMore: boolean): void {
    const now = this.#deps.clock.now();
    this.#unconfirmedSince = hasMore ? now : undefined;
    if (!hasMore) this.#savedAt = now;
  }

  refresh(): void {
    const { clock, kept, link, opened, show } = this.#deps;
    const facts = {
      link: link(),
      unlinkedSince: this.#unlinkedSince,
      opened: opened(),
      unconfirmedSince: this.#unconfirmedSince,
      kept: kept(),
      savedAt: this.#savedAt,
    };
    const status = statusOf(facts, clock.now());
    if (!sameStatus(status, this.#status)) {
      this.#status = status;
      show(status);
    }
    this.#tickLater();
  }

  #tickLater(): void {
    if (this.#timer !== undefined || this.#deps.link().kind === 'ended') return;
    if (this.#unlinkedSince === undefined && this.#unconfirmedSince === undefined) return;
    this.#timer = this.#deps.clock.after(TICK_MS, () => {
      this.#timer = undefined;
      this.#deps.ticked();
      this.refresh();
    });
  }
}
