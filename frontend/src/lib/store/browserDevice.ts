import { systemClock } from '../sync/clock';
import { randomUuid } from '../uuid';
import type { ClaimDeps } from './claim';
import { EditDatabases } from './editDatabase';
import { IdbEditStore } from './idbEditStore';
import { LeaseClientLocks } from './leaseClientLocks';
import { WebClientLocks } from './webClientLocks';

const databases = new EditDatabases();

/** This browser's store and locks. */
export const browserDevice: ClaimDeps = {
  store: new IdbEditStore(databases),
  // Absent on pages without TLS, except on localhost.
  locks: 'locks' in navigator ? new WebClientLocks(navigator.locks) : leaseLocks(),
  newId: randomUuid,
};

function leaseLocks(): LeaseClientLocks {
  return new LeaseClientLocks({
    databases,
    clock: systemClock,
    newId: randomUuid,
    released: localStorage,
    pageEnds: (run) => {
      window.addEventListener('pagehide', run);
      return () => {
        window.removeEventListener('pagehide', run);
      };
    },
  });
}
