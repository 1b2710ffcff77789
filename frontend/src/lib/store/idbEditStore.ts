import type { EditDatabases } from './editDatabase';
import type { EditStore, SaveOptions } from './editStore';
import type { FoundQueue, KeptEdit, StoredQueue } from './storedQueue';

/** The device's store: one IndexedDB database for all documents and tabs of this origin. */
export class IdbEditStore implements EditStore {
  readonly #databases: EditDatabases;

  constructor(databases: EditDatabases) {
    this.#databases = databases;
  }

  async queues(userId: string, documentId?: string): Promise<readonly FoundQueue[]> {
    const database = await this.#databases.open();
    const transaction = database.transaction(['queues', 'bases']);
    const queues = await transaction.objectStore('queues').index('user').getAll(userId);
    const found: FoundQueue[] = [];
    for (const queue of queues) {
      if (documentId !== undefined && queue.documentId !== documentId) continue;
      const base = await transaction.objectStore('bases').get(queue.clientId);
      if (base !== undefined) found.push({ queue, contents: base.contents });
    }
    return found;
  }

  async queue(clientId: string): Promise<FoundQueue | undefined> {
    const database = await this.#databases.open();
    const transaction = database.transaction(['queues', 'bases']);
    const queue = await transaction.objectStore('queues').get(clientId);
    const base = await transaction.objectStore('bases').get(clientId);
    if (queue === undefined || base === undefined) return undefined;
    return { queue, contents: base.contents };
  }

  async save(queue: StoredQueue, { base, strict }: SaveOptions): Promise<void> {
    const database = await this.#databases.open();
    const durability = strict ? 'strict' : 'relaxed';
    const transaction = database.transaction(['queues', 'bases'], 'readwrite', { durability });
    const writes: Promise<unknown>[] = [transaction.objectStore('queues').put(queue)];
    if (base !== undefined) writes.push(transaction.objectStore('bases').put(base));
    await Promise.all([...writes, transaction.done]);
  }

  async remove(clientId: string): Promise<void> {
    const database = await this.#databases.open();
    const transaction = database.transaction(['queues', 'bases'], 'readwrite');
    await Promise.all([
      transaction.objectStore('queues').delete(clientId),
      transaction.objectStore('bases').delete(clientId),
      transaction.done,
    ]);
  }

  async kept(userId: string, documentId: string): Promise<readonly KeptEdit[]> {
    const database = await this.#databases.open();
    const all = await database.getAllFromIndex('kept', 'user', userId);
    return all.filter((edit) => edit.documentId === documentId);
  }

  async keep(edit: KeptEdit): Promise<void> {
    await (await this.#databases.open()).put('kept', edit);
  }

  async discard(id: string): Promise<void> {
    await (await this.#databases.open()).delete('kept', id);
  }
}
