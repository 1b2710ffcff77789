import type { Submission } from '../ot/changes';
import type { Cancel, Clock } from './clock';
import type { Connection } from './connection';
import type { QueueWriter } from './queueWriter';

const RETRY_MS = 1_000;

export interface SubmitterDeps {
  readonly clock: Clock;
  readonly connection: Pick<Connection, 'send'>;
  readonly writer: Pick<QueueWriter, 'holds'>;
}

/** Sends each submission once a connection, and not before the device holds it. */
export class Submitter {
  readonly #deps: SubmitterDeps;
  #sentSeq: number | undefined;
  #sentAt = 0;
  #retryTimer: Cancel | undefined;

  constructor(deps: SubmitterDeps) {
    this.#deps = deps;
  }

  stop(): void {
    this.#retryTimer?.();
  }

  /** Nothing counts as sent any more. */
  forget(): void {
    this.#sentSeq = undefined;
  }

  hasSent({ seq }: Submission): boolean {
    return seq === this.#sentSeq;
  }

  /** When it went out on the present connection. */
  sentAt(submission: Submission | undefined): number | undefined {
    return submission !== undefined && this.hasSent(submission) ? this.#sentAt : undefined;
  }

  submit(submission: Submission): void {
    const { seq, baseRevision, delta } = submission;
    if (this.hasSent(submission) || !this.#deps.writer.holds(seq)) return;
    const message = { type: 'submit', seq, baseRevision, delta: delta.ops } as const;
    if (this.#deps.connection.send(message)) {
      this.#sentSeq = seq;
      this.#sentAt = this.#deps.clock.now();
    }
  }

  /** The server can't take it now. */
  againLater(seq: number, again: () => void): void {
    this.stop();
    this.#retryTimer = this.#deps.clock.after(RETRY_MS, () => {
      if (this.#sentSeq === seq) this.forget();
      again();
    });
  }
}
