import type { ClientLocks, HeldClient } from './clientLocks';
import type { EditStore } from './editStore';
import type { FoundQueue } from './storedQueue';

/** Who an open editor is, and what an earlier page left it to send. */
export interface Claim {
  readonly clientId: string;
  readonly found: FoundQueue | undefined;
  readonly held: HeldClient;
  /** Whether the device keeps edits at all. */
  readonly stores: boolean;
}

export interface ClaimDeps {
  readonly store: EditStore;
  readonly locks: ClientLocks;
  readonly newId: () => string;
}

const NOT_HELD: HeldClient = { release: () => undefined, onLost: () => undefined };

/** Takes over the queues that nobody sends: dead tabs' ones. Each goes to exactly one tab. */
export async function claimQueues(
  { store, locks }: ClaimDeps,
  userId: string,
  documentId?: string,
): Promise<readonly Claim[]> {
  const claims: Claim[] = [];
  for (const { queue } of await store.queues(userId, documentId)) {
    const held = await locks.tryHold(queue.clientId);
    if (held === undefined) continue;
    // Its owner may have sent all of it between the look and the lock.
    const found = await store.queue(queue.clientId);
    if (found?.queue.inflight === undefined) {
      await store.remove(queue.clientId);
      held.release();
      continue;
    }
    claims.push({ clientId: queue.clientId, found, held, stores: true });
  }
  return claims;
}

/** A client of its own, for an editor that takes over nothing. */
export async function claimFresh({ locks, newId }: ClaimDeps): Promise<Claim> {
  const clientId = newId();
  try {
    const held = await locks.tryHold(clientId);
    if (held !== undefined) return { clientId, found: undefined, held, stores: true };
  } catch {
    // Without the device's help the page alone keeps what is unconfirmed, and says so.
  }
  return { clientId, found: undefined, held: NOT_HELD, stores: false };
}
