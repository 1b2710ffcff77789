import Delta from 'quill-delta';
import { splitDelta } from './splitDelta';

/** Local edits that were composed but never sent. */
export interface Unsent {
  readonly delta: Delta;
  /** How many edits of the user it holds: what "n changes kept" counts. */
  readonly edits: number;
}

/** The one submission in flight. Its delta only ever changes by being rebased (E9). */
export interface Inflight extends Unsent {
  readonly seq: number;
  /**
   * Set when a resync moved it over a difference instead of over the server's changes: the server may
   * still commit it as it was sent first, so that its ack alone does not tell what was committed.
   */
  readonly uncertain?: true;
}

/**
 * Everything the user typed that the server has not confirmed.
 *
 * `inflight` applies to the base document, `buffer` to the base document with `inflight` applied. A buffer
 * always changes something: edits that cancel each other out leave none, and nothing is sent for them. A
 * submission in flight may come to change nothing; the server has its number, so it is settled like any.
 */
export type PendingEdits =
  | { readonly kind: 'synchronized' }
  | { readonly kind: 'awaitingAck'; readonly inflight: Inflight }
  | {
      readonly kind: 'awaitingAckWithBuffer';
      readonly inflight: Inflight;
      readonly buffer: Unsent;
    };

export const SYNCHRONIZED: PendingEdits = { kind: 'synchronized' };

export interface Rebased {
  readonly pending: PendingEdits;
  /** What the remote change does to the document that the user sees. */
  readonly patch: Delta;
}

export function editCount(pending: PendingEdits): number {
  switch (pending.kind) {
    case 'synchronized':
      return 0;
    case 'awaitingAck':
      return pending.inflight.edits;
    case 'awaitingAckWithBuffer':
      return pending.inflight.edits + pending.buffer.edits;
  }
}

/** The unconfirmed deltas in the order in which they apply to the base document. */
export function deltasOf(pending: PendingEdits): readonly Delta[] {
  switch (pending.kind) {
    case 'synchronized':
      return [];
    case 'awaitingAck':
      return [pending.inflight.delta];
    case 'awaitingAckWithBuffer':
      return [pending.inflight.delta, pending.buffer.delta];
  }
}

/** Adds one edit of the user: it starts a submission, or waits in the buffer behind one. */
export function withLocal(pending: PendingEdits, delta: Delta, nextSeq: number): PendingEdits {
  switch (pending.kind) {
    case 'synchronized':
      return start({ delta, edits: 1 }, nextSeq);
    case 'awaitingAck':
      return waiting(pending.inflight, { delta, edits: 1 });
    case 'awaitingAckWithBuffer':
      return waiting(pending.inflight, {
        delta: pending.buffer.delta.compose(delta),
        edits: pending.buffer.edits + 1,
      });
  }
}

/**
 * Rebases over a change that the server committed earlier, which keeps its place at ties (E5).
 *
 * ```
 *   base ──inflight──▶ ● ──buffer──▶ seen
 *    │                 │               │
 *  remote           remote'          patch
 *    ▼                 ▼               ▼
 *   base' ─inflight'─▶ ● ─buffer'──▶ seen'
 * ```
 */
export function rebase(pending: PendingEdits, remote: Delta): Rebased {
  if (pending.kind === 'synchronized') return { pending, patch: remote };
  const { inflight } = pending;
  const movedInflight = { ...inflight, delta: remote.transform(inflight.delta, true) };
  const behindInflight = inflight.delta.transform(remote, false);
  if (pending.kind === 'awaitingAck') {
    return { pending: { kind: 'awaitingAck', inflight: movedInflight }, patch: behindInflight };
  }
  const { buffer } = pending;
  return {
    pending: waiting(movedInflight, {
      ...buffer,
      delta: behindInflight.transform(buffer.delta, true),
    }),
    patch: buffer.delta.transform(behindInflight, false),
  };
}

/** The submission in flight is settled: what waited in the buffer becomes the next one. */
export function withoutInflight(pending: PendingEdits, nextSeq: number): PendingEdits {
  return pending.kind === 'awaitingAckWithBuffer' ? start(pending.buffer, nextSeq) : SYNCHRONIZED;
}

export function withUncertainInflight(pending: PendingEdits): PendingEdits {
  if (pending.kind === 'synchronized') return pending;
  return { ...pending, inflight: { ...pending.inflight, uncertain: true } };
}

function waiting(inflight: Inflight, unsent: Unsent): PendingEdits {
  const buffer = { ...unsent, delta: chopped(unsent.delta) };
  if (buffer.delta.ops.length === 0) return { kind: 'awaitingAck', inflight };
  return { kind: 'awaitingAckWithBuffer', inflight, buffer };
}

function start(unsent: Unsent, seq: number): PendingEdits {
  const delta = chopped(unsent.delta);
  if (delta.ops.length === 0) return SYNCHRONIZED;
  const [first, rest] = splitDelta(delta);
  if (rest === undefined) {
    return { kind: 'awaitingAck', inflight: { delta, edits: unsent.edits, seq } };
  }
  return {
    kind: 'awaitingAckWithBuffer',
    inflight: { delta: first, edits: 0, seq },
    buffer: { delta: rest, edits: unsent.edits },
  };
}

/** Without a plain retain at the end, which says nothing. quill-delta's `chop` changes the delta itself. */
function chopped(delta: Delta): Delta {
  return new Delta([...delta.ops]).chop();
}
