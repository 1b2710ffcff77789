import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { KeptEdit, StoredBase, StoredQueue } from './storedQueue';

export interface Lease {
  readonly clientId: string;
  readonly owner: string;
  readonly until: number;
}

interface EditSchema extends DBSchema {
  queues: { key: string; value: StoredQueue; indexes: { user: string } };
  bases: { key: string; value: StoredBase };
  kept: { key: string; value: KeptEdit; indexes: { user: string } };
  leases: { key: string; value: Lease };
}

export type EditDatabase = IDBPDatabase<EditSchema>;

const NAME = 'collab-edits';
const VERSION = 1;

/**
 * Opens the database when it is first needed, and again after the browser has closed it. A newer page
 * that wants to change its shape is not kept waiting by this one.
 */
export class EditDatabases {
  readonly #name: string;
  #opening: Promise<EditDatabase> | undefined;

  constructor(name = NAME) {
    this.#name = name;
  }

  open(): Promise<EditDatabase> {
    this.#opening ??= this.#open().catch((error: unknown) => {
      this.#opening = undefined;
      throw error;
    });
    return this.#opening;
  }

  async #open(): Promise<EditDatabase> {
    const database = await openDB<EditSchema>(this.#name, VERSION, {
      upgrade: (fresh) => {
        fresh.createObjectStore('queues', { keyPath: 'clientId' }).createIndex('user', 'userId');
        fresh.createObjectStore('bases', { keyPath: 'clientId' });
        fresh.createObjectStore('kept', { keyPath: 'id' }).createIndex('user', 'userId');
        fresh.createObjectStore('leases', { keyPath: 'clientId' });
      },
      blocking: () => {
        this.#opening = undefined;
        database.close();
      },
      terminated: () => {
        this.#opening = undefined;
      },
    });
    return database;
  }
}
