/** Why a connection is over for good. */
export type EndReason = 'no-access' | 'signed-out' | 'incompatible' | 'closed';

export type Link =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'joined' }
  | { readonly kind: 'waiting'; readonly retryAt: number }
  | { readonly kind: 'ended'; readonly reason: EndReason };
