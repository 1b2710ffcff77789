import type { StoredImage } from '../../../lib/api/types';
import { prepared } from './prepareImage';

/** Where pictures come from and go to. */
export interface ImageServer {
  load(imageId: string): Promise<Blob>;
  store(file: Blob): Promise<StoredImage>;
}

export interface Upload {
  readonly id: number;
  readonly name: string;
  readonly state: 'uploading' | 'waiting' | 'failed' | 'unfit';
}

/** Pictures of one document: each is fetched once, with the reader's right, and shown from memory. */
export class ImageStore {
  readonly #server: ImageServer;
  readonly #urls = new Map<string, Promise<string>>();
  readonly #listeners = new Set<() => void>();
  #uploads: readonly Upload[] = [];
  #retries = new Map<number, () => void>();
  #count = 0;

  constructor(server: ImageServer) {
    this.#server = server;
  }

  get uploads(): readonly Upload[] {
    return this.#uploads;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  url(imageId: string): Promise<string> {
    const known = this.#urls.get(imageId);
    if (known !== undefined) return known;
    const url = this.#server.load(imageId).then((blob) => URL.createObjectURL(blob));
    this.#urls.set(imageId, url);
    url.catch(() => this.#urls.delete(imageId));
    return url;
  }

  /** Stores a file; `done` gets the picture. While there is no connection it waits, and says so. */
  upload(file: File, isUnreachable: (error: unknown) => boolean, done: Done): void {
    this.#count += 1;
    const id = this.#count;
    const send = async (): Promise<void> => {
      this.#set({ id, name: file.name, state: 'uploading' });
      const image = await prepared(file);
      if (image === undefined) {
        this.#set({ id, name: file.name, state: 'unfit' });
        return;
      }
      try {
        const stored = await this.#server.store(image);
        this.#urls.set(stored.id, Promise.resolve(URL.createObjectURL(image)));
        this.discard(id);
        done(stored);
      } catch (error) {
        this.#set({ id, name: file.name, state: isUnreachable(error) ? 'waiting' : 'failed' });
      }
    };
    this.#retries.set(id, () => void send());
    void send();
  }

  retry(id: number): void {
    this.#retries.get(id)?.();
  }

  /** The connection is back. */
  retryWaiting(): void {
    for (const { id, state } of this.#uploads) if (state === 'waiting') this.retry(id);
  }

  discard(id: number): void {
    this.#retries.delete(id);
    this.#show(this.#uploads.filter((upload) => upload.id !== id));
  }

  close(): void {
    for (const url of this.#urls.values()) {
      url.then(
        (address) => {
          URL.revokeObjectURL(address);
        },
        () => undefined,
      );
    }
    this.#urls.clear();
  }

  #set(upload: Upload): void {
    const others = this.#uploads.filter(({ id }) => id !== upload.id);
    this.#show([...others, upload].sort((one, other) => one.id - other.id));
  }

  #show(uploads: readonly Upload[]): void {
    this.#uploads = uploads;
    for (const listener of this.#listeners) listener();
  }
}

type Done = (image: StoredImage) => void;
