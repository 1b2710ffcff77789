import Delta from 'quill-delta';
import { BaseDocument } from './baseDocument';
import type {
  AppliedChange,
  KeptText,
  RemoteChange,
  RemoteOutcome,
  ResyncOutcome,
  Snapshot,
  Submission,
} from './changes';
import { canonicalJson } from './canonicalJson';
import { documentText, insertedText } from './deltaText';
import { moveTo } from './movedEdits';
import {
  SYNCHRONIZED,
  deltasOf,
  editCount,
  rebase,
  withLocal,
  withoutInflight,
  type PendingEdits,
} from './pendingEdits';
import './table/registerTable';

export interface OtClientStart {
  readonly clientId: string;
  readonly revision: number;
  readonly contents: Delta;
  readonly nextSeq: number;
  /** What an earlier page left unconfirmed; nothing when the editor opens afresh. */
  readonly pending?: PendingEdits;
}

export interface Withdrawn {
  /** Takes the refused edit out of the document that the user sees. */
  readonly patch: Delta;
  readonly kept: KeptText;
}

/**
 * One editor's side of the synchronisation: what the server has, and what it does not have yet.
 *
 * The document that the user sees is always base ∘ inflight ∘ buffer. Nothing here knows of sockets,
 * clocks or the editor; the same inputs give the same outputs. The protocol's rules E4–E9 are the
 * specification, and the server's engine has a twin of this class.
 */
export class OtClient {
  readonly clientId: string;
  #revision: number;
  #base: BaseDocument;
  #pending: PendingEdits;
  #nextSeq: number;
  readonly #held = new Map<number, RemoteChange>();

  constructor(start: OtClientStart) {
    this.clientId = start.clientId;
    this.#revision = start.revision;
    this.#base = new BaseDocument(start.contents);
    this.#pending = start.pending ?? SYNCHRONIZED;
    this.#nextSeq = start.nextSeq;
  }

  get revision(): number {
    return this.#revision;
  }

  get nextSeq(): number {
    return this.#nextSeq;
  }

  get pending(): PendingEdits {
    return this.#pending;
  }

  get unconfirmedEdits(): number {
    return editCount(this.#pending);
  }

  /** Whether a change is held because one before it is missing. */
  get hasGap(): boolean {
    return this.#held.size > 0;
  }

  /** The document as the user sees it. */
  contents(): Delta {
    return deltasOf(this.#pending).reduce(
      (document, delta) => document.compose(delta),
      this.#base.contents(),
    );
  }

  /** The document as the server has it at `revision`. */
  baseContents(): Delta {
    return this.#base.contents();
  }

  applyLocal(delta: Delta): void {
    this.#setPending(withLocal(this.#pending, delta, this.#nextSeq));
  }

  /** The submission in flight, rebased to the current base; the same `seq` however often it is asked for. */
  submission(): Submission | undefined {
    if (this.#pending.kind === 'synchronized') return undefined;
    const { seq, delta } = this.#pending.inflight;
    return { seq, baseRevision: this.#revision, delta };
  }

  applyRemote(change: RemoteChange): RemoteOutcome {
    if (change.revision <= this.#revision) return { kind: 'ignored' };
    this.#held.set(change.revision, change);
    if (change.revision > this.#revision + 1) return { kind: 'held' };
    return this.#applyHeld();
  }

  /** Takes back the submission that the server refused for good; later edits stay. */
  withdraw(seq: number): Withdrawn | undefined {
    if (this.#pending.kind === 'synchronized' || this.#pending.inflight.seq !== seq) {
      return undefined;
    }
    const { delta } = this.#pending.inflight;
    const undo = delta.invert(this.#base.contents());
    if (this.#pending.kind === 'awaitingAck') {
      return this.#takeOut(delta, undo, SYNCHRONIZED);
    }
    const { buffer } = this.#pending;
    const patch = buffer.delta.transform(undo, false);
    const moved = { ...buffer, delta: undo.transform(buffer.delta, true) };
    const rest = withoutInflight({ ...this.#pending, buffer: moved }, this.#nextSeq);
    return this.#takeOut(delta, patch, rest);
  }

  /** Takes back everything that is unconfirmed, as one edit. */
  withdrawAll(): Withdrawn | undefined {
    const unconfirmed = deltasOf(this.#pending);
    if (unconfirmed.length === 0) return undefined;
    const all = unconfirmed.reduce((one, other) => one.compose(other));
    return this.#takeOut(all, all.invert(this.#base.contents()), SYNCHRONIZED);
  }

  /**
   * Replaces the base. Unconfirmed edits that the snapshot does not hold are moved over the
   * difference between the old and the new base; where that is impossible, their text is handed out.
   */
  resync(snapshot: Snapshot): ResyncOutcome {
    this.#settleWhatSnapshotHolds(snapshot.acknowledged);
    const unconfirmed = deltasOf(this.#pending);
    const before = this.contents();
    const moved = moveTo(snapshot.contents, this.#base.contents(), this.#pending);
    this.#base = new BaseDocument(snapshot.contents);
    this.#revision = snapshot.revision;
    this.#nextSeq = Math.max(this.#nextSeq, snapshot.acknowledged + 1);
    this.#pending = moved ?? SYNCHRONIZED;
    this.#forgetHeld();
    if (moved !== undefined) return { kind: 'merged' };
    const kept = {
      text: insertedText(unconfirmed),
      mine: documentText(before),
      theirs: documentText(snapshot.contents),
    };
    return { kind: 'unmergeable', kept };
  }

  /** Where a position in the base document lies in the document that the user sees. */
  toVisible(index: number): number {
    return deltasOf(this.#pending).reduce((at, delta) => delta.transformPosition(at, true), index);
  }

  #applyHeld(): RemoteOutcome {
    const patches: Delta[] = [];
    const changes: AppliedChange[] = [];
    let acknowledged = false;
    for (;;) {
      const change = this.#held.get(this.#revision + 1);
      if (change === undefined) return { kind: 'applied', patches, changes, acknowledged };
      this.#held.delete(change.revision);
      if (this.#isAck(change)) {
        if (!this.#isWhatWasSent(change)) {
          return { kind: 'inconsistent', why: `seq ${String(change.seq)} is not what was sent` };
        }
        changes.push(this.#acknowledge(change));
        acknowledged = true;
        continue;
      }
      if (change.delta === undefined) {
        return { kind: 'inconsistent', why: `change ${String(change.revision)} has no delta` };
      }
      const { pending, patch } = rebase(this.#pending, change.delta);
      this.#pending = pending;
      this.#base.apply(change.delta);
      this.#revision = change.revision;
      patches.push(patch);
      changes.push({ revision: change.revision, clientId: change.clientId, delta: change.delta });
    }
  }

  #isAck(change: RemoteChange): boolean {
    return (
      change.clientId === this.clientId &&
      this.#pending.kind !== 'synchronized' &&
      this.#pending.inflight.seq === change.seq
    );
  }

  /**
   * An ack confirms the edit in flight only where that is the one which was committed. It is not where a
   * resync moved it, or where the device missed to keep its last state before the page died.
   */
  #isWhatWasSent(change: RemoteChange): boolean {
    if (this.#pending.kind === 'synchronized') return false;
    const { delta, uncertain } = this.#pending.inflight;
    if (change.delta === undefined) return uncertain !== true;
    if (canonicalJson(delta) === canonicalJson(change.delta)) return true;
    const base = this.#base.contents();
    return canonicalJson(base.compose(delta)) === canonicalJson(base.compose(change.delta));
  }

  #takeOut(edit: Delta, patch: Delta, rest: PendingEdits): Withdrawn {
    const before = this.contents();
    this.#setPending(rest);
    const kept = {
      text: insertedText([edit]),
      mine: documentText(before),
      theirs: documentText(this.contents()),
    };
    return { patch, kept };
  }

  #acknowledge(change: RemoteChange): AppliedChange {
    const delta = deltasOf(this.#pending)[0] ?? new Delta();
    this.#base.apply(delta);
    this.#revision = change.revision;
    this.#setPending(withoutInflight(this.#pending, this.#nextSeq));
    return { revision: change.revision, clientId: change.clientId, delta };
  }

  #settleWhatSnapshotHolds(acknowledged: number): void {
    if (this.#pending.kind === 'synchronized' || this.#pending.inflight.seq > acknowledged) return;
    this.#base.apply(this.#pending.inflight.delta);
    this.#nextSeq = Math.max(this.#nextSeq, acknowledged + 1);
    this.#setPending(withoutInflight(this.#pending, this.#nextSeq));
  }

  #setPending(pending: PendingEdits): void {
    this.#pending = pending;
    if (pending.kind !== 'synchronized') {
      this.#nextSeq = Math.max(this.#nextSeq, pending.inflight.seq + 1);
    }
  }

  #forgetHeld(): void {
    for (const revision of this.#held.keys()) {
      if (revision <= this.#revision) this.#held.delete(revision);
    }
  }
}
