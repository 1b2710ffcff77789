import type { Op } from 'quill-delta';
import type { Role } from '../sync/messages';

export interface StoredUnsent {
  readonly delta: readonly Op[];
  readonly edits: number;
}

export interface StoredInflight extends StoredUnsent {
  readonly seq: number;
  readonly uncertain?: true;
}

/**
 * What one open editor has not got confirmed, as it is kept on the device.
 *
 * `inflight` applies to the document at `revision`, `buffer` to that with `inflight` applied; both stay
 * apart, since the one in flight may be committed already under its number (E9).
 */
export interface StoredQueue {
  readonly clientId: string;
  readonly userId: string;
  readonly documentId: string;
  readonly epoch: number;
  readonly revision: number;
  readonly nextSeq: number;
  readonly role: Role;
  readonly inflight?: StoredInflight;
  readonly buffer?: StoredUnsent;
  /** What was committed between the stored base document and `revision`, composed. */
  readonly sinceBase: readonly Op[];
}

/** The document that a queue's `sinceBase` applies to: JSON of its ops, written seldom since it is large. */
export interface StoredBase {
  readonly clientId: string;
  readonly contents: string;
}

export interface FoundQueue {
  readonly queue: StoredQueue;
  readonly contents: string;
}

/** An edit that could not become part of the document, until its author decides about it. */
export interface KeptEdit {
  readonly id: string;
  readonly userId: string;
  readonly documentId: string;
  /** Why, as the server's error code, `too-old-to-merge` or `restored`. */
  readonly code: string;
  /** What it inserted. */
  readonly text: string;
  /** The lines around it as its author had them, and without it. */
  readonly mine: string;
  readonly theirs: string;
  /** Where it began in the document. */
  readonly index: number;
}
