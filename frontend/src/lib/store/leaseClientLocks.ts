import type { Cancel, Clock } from '../sync/clock';
import type { ClientLocks, HeldClient } from './clientLocks';
import type { EditDatabases, Lease } from './editDatabase';

/** Longer than a browser keeps a hidden tab's timers waiting, which is a minute. */
export const LEASE_MS = 150_000;
const RENEW_EVERY_MS = 20_000;

export interface LeaseDeps {
  readonly databases: EditDatabases;
  readonly clock: Clock;
  readonly newId: () => string;
  /** Written while a page goes away, when there is no time left for the database. */
  readonly released: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  /** Calls back when the page goes away. */
  readonly pageEnds: (run: () => void) => Cancel;
}

/**
 * For pages without TLS, where browsers have no Web Locks: leases in the database, taken and renewed in
 * one transaction each. A tab that was frozen past its lease finds out at the next renewal.
 */
export class LeaseClientLocks implements ClientLocks {
  readonly #deps: LeaseDeps;

  constructor(deps: LeaseDeps) {
    this.#deps = deps;
  }

  async tryHold(clientId: string): Promise<HeldClient | undefined> {
    const owner = this.#deps.newId();
    if (!(await this.#take(clientId, owner, 'free'))) return undefined;
    return this.#hold(clientId, owner);
  }

  #hold(clientId: string, owner: string): HeldClient {
    const { clock, pageEnds, released } = this.#deps;
    let lost: () => void = () => undefined;
    let renewal: Cancel = () => undefined;
    const renew = (): void => {
      renewal = clock.after(RENEW_EVERY_MS, () => {
        void this.#take(clientId, owner, 'mine').then((held) => {
          if (held) renew();
          else lost();
        }, renew);
      });
    };
    renew();
    const release = (): void => {
      renewal();
      forgetPage();
      released.setItem(releasedKey(clientId), owner);
      // Where this comes too late, the mark just made says the same.
      void this.#free(clientId, owner).catch(() => undefined);
    };
    const forgetPage = pageEnds(release);
    return {
      release,
      onLost: (listener) => {
        lost = listener;
      },
    };
  }

  async #take(clientId: string, owner: string, wanted: 'free' | 'mine'): Promise<boolean> {
    const { clock, databases } = this.#deps;
    const transaction = (await databases.open()).transaction('leases', 'readwrite');
    const lease = await transaction.store.get(clientId);
    const granted = wanted === 'mine' ? lease?.owner === owner : this.#isFree(lease);
    if (granted) {
      await transaction.store.put({ clientId, owner, until: clock.now() + LEASE_MS });
    }
    await transaction.done;
    return granted;
  }

  #isFree(lease: Lease | undefined): boolean {
    if (lease === undefined || lease.until < this.#deps.clock.now()) return true;
    return this.#deps.released.getItem(releasedKey(lease.clientId)) === lease.owner;
  }

  async #free(clientId: string, owner: string): Promise<void> {
    const { databases, released } = this.#deps;
    const transaction = (await databases.open()).transaction('leases', 'readwrite');
    const lease = await transaction.store.get(clientId);
    if (lease?.owner === owner) await transaction.store.delete(clientId);
    await transaction.done;
    released.removeItem(releasedKey(clientId));
  }
}

function releasedKey(clientId: string): string {
  return `collab-released-${clientId}`;
}
