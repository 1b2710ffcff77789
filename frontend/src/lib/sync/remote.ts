import type { WireChange } from './messages';

export type TicketResult =
  | { readonly kind: 'ticket'; readonly ticket: string }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'no-access' }
  | { readonly kind: 'unreachable' };

export type ChangesResult =
  | { readonly kind: 'changes'; readonly changes: readonly WireChange[] }
  | { readonly kind: 'unreachable' };

/** The REST resources that the sync layer uses. */
export interface DocumentRemote {
  ticket(): Promise<TicketResult>;
  changes(after: number, limit: number): Promise<ChangesResult>;
  socketUrl(ticket: string): string;
}
