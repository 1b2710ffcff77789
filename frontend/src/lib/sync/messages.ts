import type { Op } from 'quill-delta';

export const PROTOCOL = 1;
export const SUBPROTOCOL = 'collab.v1';

export type Role = 'owner' | 'editor' | 'commenter' | 'viewer';

export function mayWrite(role: Role | undefined): boolean {
  return role === 'owner' || role === 'editor';
}

export interface Range {
  readonly index: number;
  readonly length: number;
}

export interface Self {
  readonly userId: string;
  readonly displayName: string;
  readonly color: string;
}

export interface Participant extends Self {
  readonly clientId: string;
}

export interface WireChange {
  readonly revision: number;
  readonly clientId: string;
  readonly seq: number;
  readonly userId: string;
  readonly at: string;
  /** May be left out of one's own change (E2). */
  readonly delta?: readonly Op[];
}

/** Whether somebody does anything. Whoever joins is active, until it is said otherwise. */
export type Activity = 'active' | 'idle';

export interface WireStatus {
  readonly clientId: string;
  readonly status: Activity;
}

export interface WireCursor {
  readonly clientId: string;
  readonly revision: number;
  readonly range: Range | null;
}

/** What a client learns by joining. */
export interface Joined {
  readonly protocol: number;
  readonly head: number;
  readonly epoch: number;
  readonly role: Role;
  readonly acknowledged: number;
  readonly self: Self;
  readonly participants: readonly Participant[];
  readonly contents?: readonly Op[];
  readonly revision?: number;
}

/** Every message that the browser sends. */
export type ClientMessage =
  | {
      readonly type: 'hello';
      readonly protocol: number;
      readonly clientId: string;
      readonly revision: number | null;
      /** Goes with a numeric revision, so that the server can tell a document that was restored (O5). */
      readonly epoch?: number;
    }
  | {
      readonly type: 'submit';
      readonly seq: number;
      readonly baseRevision: number;
      readonly delta: readonly Op[];
    }
  | {
      readonly type: 'cursor';
      readonly revision: number;
      readonly range: Range | null;
      /** Left out by whoever is active. */
      readonly status?: Activity;
    }
  /** What this replica holds at rest, for comparison (E10). */
  | { readonly type: 'hash'; readonly revision: number; readonly hash: string }
  | { readonly type: 'ping'; readonly sentAt: number }
  | { readonly type: 'pong'; readonly sentAt: number };

export type WelcomeMessage = Joined & { readonly type: 'welcome' };
export type ResyncMessage = Joined & {
  readonly type: 'resync';
  readonly code: string;
  readonly message: string;
  readonly contents: readonly Op[];
  readonly revision: number;
};
export interface ChangesMessage {
  readonly type: 'changes';
  readonly changes: readonly WireChange[];
}
export interface RejectedMessage {
  readonly type: 'rejected';
  readonly seq: number;
  readonly code: string;
  readonly message: string;
  readonly retryable: boolean;
}
export interface PresenceMessage {
  readonly type: 'presence';
  readonly joined?: readonly Participant[];
  readonly left?: readonly string[];
  readonly cursors?: readonly WireCursor[];
  readonly status?: readonly WireStatus[];
}

/** Every message that the server sends. */
export type ServerMessage =
  | WelcomeMessage
  | ResyncMessage
  | ChangesMessage
  | RejectedMessage
  | PresenceMessage
  | { readonly type: 'role'; readonly role: Role }
  | { readonly type: 'drain'; readonly retryAfterMs: number }
  | { readonly type: 'ping'; readonly sentAt: number }
  | { readonly type: 'pong'; readonly sentAt: number }
  | { readonly type: 'error'; readonly code: string; readonly message: string };

export const CloseCode = {
  normal: 1000,
  goingAway: 1001,
  policy: 1008,
  tooBig: 1009,
  restart: 1012,
  overloaded: 1013,
  unauthenticated: 4001,
  revoked: 4003,
  tooSlow: 4008,
  protocolError: 4009,
} as const;
