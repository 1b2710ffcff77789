import type Delta from 'quill-delta';

/** One committed change as the server's stream tells it. */
export interface RemoteChange {
  readonly revision: number;
  readonly clientId: string;
  readonly seq: number;
  /** Absent only where it is this client's own change, which the client still has (E2). */
  readonly delta: Delta | undefined;
}

/** A change as it was applied to the base document. */
export interface AppliedChange {
  readonly revision: number;
  readonly clientId: string;
  readonly delta: Delta;
}

/** What to put into a `submit` message now. */
export interface Submission {
  readonly seq: number;
  readonly baseRevision: number;
  readonly delta: Delta;
}

export type RemoteOutcome =
  /** The client had it already (E8). */
  | { readonly kind: 'ignored' }
  /** Something before it is missing: fetch what follows the client's revision. */
  | { readonly kind: 'held' }
  /** It was next; held ones that followed it came in with it. */
  | {
      readonly kind: 'applied';
      readonly patches: readonly Delta[];
      readonly changes: readonly AppliedChange[];
      readonly acknowledged: boolean;
    }
  /** The stream contradicts what the client knows: its base must be replaced. */
  | { readonly kind: 'inconsistent'; readonly why: string };

/** An edit that could not become part of the document. It is handed out, never dropped. */
export interface KeptText {
  /** What it inserted. */
  readonly text: string;
  /** The whole text with it, as its author saw it, and without it. */
  readonly mine: string;
  readonly theirs: string;
}

export type ResyncOutcome =
  { readonly kind: 'merged' } | { readonly kind: 'unmergeable'; readonly kept: KeptText };

export interface Snapshot {
  readonly contents: Delta;
  readonly revision: number;
  /** Highest sequence number of this client that `contents` holds. */
  readonly acknowledged: number;
}
