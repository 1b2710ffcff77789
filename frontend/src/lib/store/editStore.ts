import type { FoundQueue, KeptEdit, StoredBase, StoredQueue } from './storedQueue';

export interface SaveOptions {
  /** Written with the queue, or not at all; absent where the stored one still fits. */
  readonly base?: StoredBase;
  /** Whether it must outlive a loss of power too, which costs a few milliseconds more. */
  readonly strict: boolean;
}

/**
 * Where unconfirmed edits outlive the page. Every promise that is fulfilled means "stored"; a rejected
 * one means that the device does not keep them (private window, no space left).
 */
export interface EditStore {
  queues(userId: string, documentId?: string): Promise<readonly FoundQueue[]>;
  /** A queue as it is now; undefined where it is gone. */
  queue(clientId: string): Promise<FoundQueue | undefined>;
  save(queue: StoredQueue, options: SaveOptions): Promise<void>;
  remove(clientId: string): Promise<void>;
  kept(userId: string, documentId: string): Promise<readonly KeptEdit[]>;
  keep(edit: KeptEdit): Promise<void>;
  discard(id: string): Promise<void>;
}
