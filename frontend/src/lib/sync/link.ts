/** Why a connection is over for good; `taken-over`: another tab has become this client. */
export type EndReason = 'no-access' | 'signed-out' | 'incompatible' | 'taken-over' | 'closed';

export type Link =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'joined' }
  /** The server goes away: it still answers what it has, and takes nothing new (L3). */
  | { readonly kind: 'draining' }
  | { readonly kind: 'waiting'; readonly retryAt: number }
  | { readonly kind: 'ended'; readonly reason: EndReason };
