import type { ClientLocks, HeldClient } from './clientLocks';

/** Locks that the browser itself gives up when a tab ends, however it ends. */
export class WebClientLocks implements ClientLocks {
  readonly #locks: LockManager;

  constructor(locks: LockManager) {
    this.#locks = locks;
  }

  tryHold(clientId: string): Promise<HeldClient | undefined> {
    return new Promise((resolve, reject) => {
      const name = `collab-client-${clientId}`;
      this.#locks
        .request(name, { ifAvailable: true }, (lock) => {
          if (lock === null) {
            resolve(undefined);
            return undefined;
          }
          return new Promise<void>((release) => {
            resolve({ release, onLost: () => undefined });
          });
        })
        .catch(reject);
    });
  }
}
