import type { EndReason, Link } from './link';

export const SAVING_AFTER_MS = 400;
export const SLOW_AFTER_MS = 5_000;
export const RECONNECTING_AFTER_MS = 2_000;
export const OFFLINE_AFTER_MS = 10_000;

/** Everything that the status depends on, besides the time. */
export interface StatusFacts {
  readonly link: Link;
  /** When the link was lost, or the first try to join began; undefined while joined. */
  readonly unlinkedSince: number | undefined;
  /** Whether the document has been shown at all. */
  readonly opened: boolean;
  /** When the oldest edit that is not committed was made; undefined where all are. */
  readonly unconfirmedSince: number | undefined;
  /** Unconfirmed edits that are kept, and where: the page alone loses them when it is closed. */
  readonly kept: Kept;
  readonly savedAt: number | undefined;
}

export interface Kept {
  readonly edits: number;
  readonly where: 'device' | 'page';
}

export type Status =
  | { readonly kind: 'opening' }
  | { readonly kind: 'saved'; readonly at: number | undefined }
  /** Not saved, but not for long enough to be worth a word. */
  | { readonly kind: 'editing' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'slow' }
  | { readonly kind: 'reconnecting'; readonly kept: Kept }
  | { readonly kind: 'offline'; readonly kept: Kept }
  | { readonly kind: 'ended'; readonly reason: EndReason };

/** The one truth about what is saved: "saved" only with nothing unconfirmed. */
export function statusOf(facts: StatusFacts, now: number): Status {
  if (facts.link.kind === 'ended') return { kind: 'ended', reason: facts.link.reason };
  const unlinked = facts.unlinkedSince === undefined ? 0 : now - facts.unlinkedSince;
  if (unlinked > OFFLINE_AFTER_MS) return { kind: 'offline', kept: facts.kept };
  if (!facts.opened) return { kind: 'opening' };
  if (unlinked > RECONNECTING_AFTER_MS) {
    return { kind: 'reconnecting', kept: facts.kept };
  }
  if (facts.unconfirmedSince === undefined) return { kind: 'saved', at: facts.savedAt };
  const unconfirmed = now - facts.unconfirmedSince;
  if (unconfirmed > SLOW_AFTER_MS) return { kind: 'slow' };
  if (unconfirmed > SAVING_AFTER_MS) return { kind: 'saving' };
  return { kind: 'editing' };
}

export function sameStatus(one: Status, other: Status): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
