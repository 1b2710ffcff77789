/** The right to be one client: nobody else sends its queue while this is held. */
export interface HeldClient {
  release(): void;
  /**
   * Calls back when somebody else has become this client, as can happen where only time tells that a tab
   * is dead. Nothing may be sent or stored for it from then on.
   */
  onLost(lost: () => void): void;
}

/**
 * Who may be which client, among all tabs of this browser. A tab that dies gives up what it holds, so
 * that exactly one other takes its queue over.
 */
export interface ClientLocks {
  /** Undefined where another holds it now. */
  tryHold(clientId: string): Promise<HeldClient | undefined>;
}
