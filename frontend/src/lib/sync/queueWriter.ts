import Delta from 'quill-delta';
import type { AppliedChange } from '../ot/changes';
import {
  deltasOf,
  editCount,
  type Inflight,
  type PendingEdits,
  type Unsent,
} from '../ot/pendingEdits';
import type { EditStore } from '../store/editStore';
import type { StoredInflight, StoredQueue, StoredUnsent } from '../store/storedQueue';
import type { Cancel, Clock } from './clock';
import type { Role } from './messages';
import { pendingOf } from './restoredClient';

/** A device that takes longer to write counts as one that does not keep anything, until it is done. */
const PATIENCE_MS = 2_000;
const RETRY_MS = 5_000;
/** What is at rest for so long is taken off the device; before, the next edit finds its base stored. */
export const REMOVE_AFTER_MS = 30_000;
const FOLD_AFTER_OPS = 200;

/** The client's state, all of one moment. */
export interface QueueState {
  readonly epoch: number;
  readonly role: Role;
  readonly revision: number;
  readonly nextSeq: number;
  readonly pending: PendingEdits;
  /** How many edits were ever made in this editor. */
  readonly edits: number;
  /** Whether only this device has the edits for a while: then they must outlive a loss of power. */
  readonly alone: boolean;
  base(): Delta;
}

export interface QueueWriterDeps {
  readonly clock: Clock;
  readonly store: EditStore;
  readonly owner: Pick<StoredQueue, 'clientId' | 'userId' | 'documentId'>;
  readonly stores: boolean;
  readonly state: () => QueueState | undefined;
  /** The device holds more than before, or has ceased or begun to hold anything. */
  readonly written: () => void;
}

/**
 * Keeps one client's unconfirmed edits on the device. One write at a time, always of the newest state;
 * nothing is sent under a number before that number's edit is stored, so that no later page can use the
 * number for another one.
 *
 * The base document is large: it is written once, and then only what changed in it since.
 */
export class QueueWriter {
  readonly #deps: QueueWriterDeps;
  #works: boolean;
  #writing: Promise<void> | undefined;
  #again = false;
  #storedSeq: number | undefined;
  #storedEdits = 0;
  /** What was committed since the stored base; undefined where none is stored. */
  #sinceBase: Delta | undefined;
  #removal: Cancel | undefined;
  #retry: Cancel | undefined;
  #after: Promise<unknown> | undefined;
  #closed = false;

  constructor(deps: QueueWriterDeps) {
    this.#deps = deps;
    this.#works = deps.stores;
  }

  /** Takes over what an earlier page has stored. */
  adopted(queue: StoredQueue): void {
    this.#sinceBase = new Delta([...queue.sinceBase]);
    this.#storedSeq = queue.inflight?.seq;
    this.#storedEdits = editCount(pendingOf(queue));
  }

  get works(): boolean {
    return this.#works;
  }

  /** Whether a submission may be sent: the device has it, or does not keep anything. */
  holds(seq: number): boolean {
    return this.#storedSeq === seq || !this.#works;
  }

  /** How many edits, of those ever made, the device has or does not need any more. */
  get storedEdits(): number {
    return this.#storedEdits;
  }

  baseMoved(changes: readonly AppliedChange[]): void {
    if (this.#sinceBase === undefined) return;
    for (const { delta } of changes) this.#sinceBase = this.#sinceBase.compose(delta);
  }

  baseReplaced(): void {
    this.#sinceBase = undefined;
  }

  /** The next write waits for this one: what leaves the queue has to be stored elsewhere first. */
  writeAfter(other: Promise<unknown>): void {
    this.#after = other;
  }

  /** Fulfilled when the device has what the queue holds now, or is known not to keep it. */
  stored(): Promise<void> {
    return this.#writing ?? Promise.resolve();
  }

  changed(): void {
    if (this.#closed || !this.#deps.stores) return;
    this.#removal?.();
    this.#again = true;
    this.#writing ??= this.#writeAll().finally(() => {
      this.#writing = undefined;
    });
  }

  /** Afterwards the device has all that is unconfirmed, and nothing where all is confirmed. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#removal?.();
    this.#retry?.();
    await this.#writing;
    if (this.#isAtRest()) await this.#remove();
  }

  /** Somebody else owns the queue now. */
  abandon(): void {
    this.#closed = true;
    this.#removal?.();
    this.#retry?.();
    this.#sinceBase = undefined;
  }

  async #writeAll(): Promise<void> {
    while (this.#again) {
      this.#again = false;
      await this.#after;
      const state = this.#deps.state();
      if (state === undefined) return;
      const isAtRest = state.pending.kind === 'synchronized';
      if (isAtRest && this.#sinceBase === undefined)
        this.#done(undefined, state.edits, this.#works);
      else await this.#write(state);
      if (isAtRest) this.#removeLater();
    }
  }

  async #write(state: QueueState): Promise<void> {
    const fold = this.#sinceBase === undefined || this.#sinceBase.ops.length > FOLD_AFTER_OPS;
    if (fold) this.#sinceBase = new Delta();
    const queue = this.#stored(state);
    const { clientId } = queue;
    const base = fold ? { clientId, contents: JSON.stringify(state.base().ops) } : undefined;
    const late = this.#deps.clock.after(PATIENCE_MS, () => {
      this.#done(this.#storedSeq, this.#storedEdits, false);
    });
    try {
      await this.#deps.store.save(queue, {
        strict: state.alone,
        ...(base === undefined ? {} : { base }),
      });
      this.#done(queue.inflight?.seq, state.edits, true);
    } catch {
      if (fold) this.#sinceBase = undefined;
      this.#done(this.#storedSeq, this.#storedEdits, false);
      this.#tryAgainLater();
    } finally {
      late();
    }
  }

  #stored({ epoch, revision, nextSeq, pending, role }: QueueState): StoredQueue {
    const sinceBase = this.#sinceBase?.ops ?? [];
    const queue = { ...this.#deps.owner, epoch, revision, nextSeq, role, sinceBase };
    switch (pending.kind) {
      case 'synchronized':
        return queue;
      case 'awaitingAck':
        return { ...queue, inflight: inflightOf(pending.inflight) };
      case 'awaitingAckWithBuffer':
        return {
          ...queue,
          inflight: inflightOf(pending.inflight),
          buffer: unsent(pending.buffer),
        };
    }
  }

  #done(seq: number | undefined, edits: number, works: boolean): void {
    this.#storedSeq = seq;
    this.#storedEdits = edits;
    this.#works = works;
    this.#deps.written();
  }

  #tryAgainLater(): void {
    this.#retry?.();
    if (this.#closed) return;
    this.#retry = this.#deps.clock.after(RETRY_MS, () => {
      this.changed();
    });
  }

  #removeLater(): void {
    if (this.#closed || this.#sinceBase === undefined) return;
    this.#removal = this.#deps.clock.after(REMOVE_AFTER_MS, () => {
      if (this.#writing === undefined && this.#isAtRest()) void this.#remove();
    });
  }

  #isAtRest(): boolean {
    const state = this.#deps.state();
    return state !== undefined && deltasOf(state.pending).length === 0;
  }

  async #remove(): Promise<void> {
    if (this.#sinceBase === undefined) return;
    this.#sinceBase = undefined;
    try {
      await this.#deps.store.remove(this.#deps.owner.clientId);
    } catch {
      // What stays is confirmed; the next page that opens the document finds that out and removes it.
    }
  }
}

function inflightOf({ delta, edits, seq, uncertain }: Inflight): StoredInflight {
  return { ...unsent({ delta, edits }), seq, ...(uncertain === true ? { uncertain } : {}) };
}

function unsent({ delta, edits }: Unsent): StoredUnsent {
  return { delta: delta.ops, edits };
}
