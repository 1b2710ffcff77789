/**
 * Holds what the server sends while an input method composes a character.
 *
 * Changing the document during a composition makes Quill report the remote change as the user's own
 * edit. Held messages keep their order; a lost connection forgets them, since the next one sends
 * again whatever the client does not hold.
 */
export class CompositionGate<T> {
  readonly #pass: (item: T) => void;
  #waiting: T[] = [];
  #closed = false;

  constructor(pass: (item: T) => void) {
    this.#pass = pass;
  }

  get isClosed(): boolean {
    return this.#closed;
  }

  offer(item: T): void {
    if (this.#closed) this.#waiting.push(item);
    else this.#pass(item);
  }

  close(): void {
    this.#closed = true;
  }

  open(): void {
    this.#closed = false;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const item of waiting) this.#pass(item);
  }

  forget(): void {
    this.#waiting = [];
  }
}
