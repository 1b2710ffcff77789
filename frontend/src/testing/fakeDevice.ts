import type { ClientLocks, HeldClient } from '../lib/store/clientLocks';
import type { EditStore, SaveOptions } from '../lib/store/editStore';
import type { FoundQueue, KeptEdit, StoredQueue } from '../lib/store/storedQueue';

/**
 * The browser's storage and locks, shared by its tabs. What is stored is copied as JSON, so that nothing
 * stored changes behind the store's back.
 */
export class FakeDevice {
  readonly queues = new Map<string, string>();
  readonly bases = new Map<string, string>();
  readonly kept = new Map<string, string>();
  readonly held = new Map<string, FakeTab>();
  /** Whether writing fails, as in a private window or on a full disk. */
  failing = false;

  tab(): FakeTab {
    return new FakeTab(this);
  }
}

/** One tab's access to the device. After a crash nothing that the tab still does has an effect. */
export class FakeTab implements EditStore, ClientLocks {
  readonly #device: FakeDevice;
  #alive = true;
  #lost: () => void = () => undefined;
  /** How long a write takes; what is not done when the tab dies was never stored. */
  writing: () => Promise<void> = () => Promise.resolve();

  constructor(device: FakeDevice) {
    this.#device = device;
  }

  get isAlive(): boolean {
    return this.#alive;
  }

  crash(): void {
    this.#alive = false;
    for (const [clientId, tab] of this.#device.held) {
      if (tab === this) this.#device.held.delete(clientId);
    }
  }

  tryHold(clientId: string): Promise<HeldClient | undefined> {
    if (this.#device.held.has(clientId)) return Promise.resolve(undefined);
    this.#device.held.set(clientId, this);
    const release = (): void => {
      if (this.#device.held.get(clientId) === this) this.#device.held.delete(clientId);
    };
    const onLost = (lost: () => void): void => {
      this.#lost = lost;
    };
    return Promise.resolve({ release, onLost });
  }

  /** Another tab has become the client that this one was. */
  lose(): void {
    this.#lost();
  }

  async queues(userId: string, documentId?: string): Promise<readonly FoundQueue[]> {
    await this.writing();
    return [...this.#device.queues.keys()].flatMap((clientId) => {
      const found = this.#find(clientId);
      if (found?.queue.userId !== userId) return [];
      return documentId === undefined || found.queue.documentId === documentId ? [found] : [];
    });
  }

  async queue(clientId: string): Promise<FoundQueue | undefined> {
    await this.writing();
    return this.#find(clientId);
  }

  async save(queue: StoredQueue, { base }: SaveOptions): Promise<void> {
    const json = JSON.stringify(queue);
    await this.#write(() => {
      this.#device.queues.set(queue.clientId, json);
      if (base !== undefined) this.#device.bases.set(queue.clientId, base.contents);
    });
  }

  remove(clientId: string): Promise<void> {
    return this.#write(() => {
      this.#device.queues.delete(clientId);
      this.#device.bases.delete(clientId);
    });
  }

  async kept(userId: string, documentId: string): Promise<readonly KeptEdit[]> {
    await this.writing();
    return [...this.#device.kept.values()]
      .map((json) => JSON.parse(json) as KeptEdit)
      .filter((edit) => edit.userId === userId && edit.documentId === documentId);
  }

  keep(edit: KeptEdit): Promise<void> {
    const json = JSON.stringify(edit);
    return this.#write(() => this.#device.kept.set(edit.id, json));
  }

  discard(id: string): Promise<void> {
    return this.#write(() => this.#device.kept.delete(id));
  }

  async #write(write: () => unknown): Promise<void> {
    await this.writing();
    if (!this.#alive) return new Promise(() => undefined);
    if (this.#device.failing) throw new DOMException('no space is left', 'QuotaExceededError');
    write();
  }

  #find(clientId: string): FoundQueue | undefined {
    const json = this.#device.queues.get(clientId);
    const contents = this.#device.bases.get(clientId);
    if (json === undefined || contents === undefined) return undefined;
    return { queue: JSON.parse(json) as StoredQueue, contents };
  }
}
