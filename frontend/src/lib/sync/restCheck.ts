import type Delta from 'quill-delta';
import type { Cancel, Clock } from './clock';
import { contentsHash } from './contentsHash';

export const REST_MS = 5_000;

/** A document with nothing unconfirmed, at the head as far as the client knows. */
export interface Resting {
  readonly epoch: number;
  readonly revision: number;
  readonly contents: Delta;
}

/**
 * Compares this replica with the server's when nobody has typed for a while (E10): once for a revision,
 * so that a document at rest costs nothing.
 */
export class RestCheck {
  readonly #clock: Clock;
  readonly #resting: () => Resting | undefined;
  readonly #send: (revision: number, hash: string) => boolean;
  #timer: Cancel | undefined;
  #compared = '';

  constructor(
    clock: Clock,
    resting: () => Resting | undefined,
    send: (revision: number, hash: string) => boolean,
  ) {
    this.#clock = clock;
    this.#resting = resting;
    this.#send = send;
  }

  /** Something changed: wait anew. */
  stirred(): void {
    this.stop();
    this.#timer = this.#clock.after(REST_MS, () => void this.#compare());
  }

  stop(): void {
    this.#timer?.();
    this.#timer = undefined;
  }

  async #compare(): Promise<void> {
    const resting = this.#resting();
    if (resting === undefined || place(resting) === this.#compared) return;
    const hash = await contentsHash(resting.contents);
    const now = this.#resting();
    if (now === undefined || place(now) !== place(resting)) return;
    if (this.#send(resting.revision, hash)) this.#compared = place(resting);
  }
}

function place({ epoch, revision }: Resting): string {
  return `${String(epoch)}/${String(revision)}`;
}
