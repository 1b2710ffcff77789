import type { KeptText } from '../ot/changes';
import { textDifference } from '../ot/textDifference';
import type { EditStore } from '../store/editStore';
import type { KeptEdit } from '../store/storedQueue';

export interface KeptEditsDeps {
  readonly store: EditStore;
  readonly userId: string;
  readonly documentId: string;
  readonly changed: (kept: readonly KeptEdit[]) => void;
}

/**
 * The edits of a document that could not become part of it. They stay on the device, over reloads too,
 * until their author has put them back in, or thrown them away.
 */
export class KeptEdits {
  readonly #deps: KeptEditsDeps;
  readonly #onlyHere = new Set<string>();
  #edits: readonly KeptEdit[] = [];

  constructor(deps: KeptEditsDeps) {
    this.#deps = deps;
  }

  /** Whether leaving the page would lose one of them. */
  get areOnlyHere(): boolean {
    return this.#onlyHere.size > 0;
  }

  async load(): Promise<void> {
    const { store, userId, documentId } = this.#deps;
    try {
      this.#add(await store.kept(userId, documentId));
    } catch {
      // A device that keeps nothing has nothing to show.
    }
  }

  /** Fulfilled when the device has it, or is known not to keep it. */
  async keep(id: string, code: string, kept: KeptText): Promise<void> {
    const { store, userId, documentId } = this.#deps;
    const lines = textDifference(kept.mine, kept.theirs);
    const edit = { id, userId, documentId, code, text: kept.text, ...lines };
    this.#onlyHere.add(id);
    this.#add([edit]);
    try {
      await store.keep(edit);
      this.#onlyHere.delete(id);
    } catch {
      // It is on the page at least, and leaving it warns.
    }
  }

  /** Hides it now, and gives it up when what may have been made of it is stored. */
  async discard(id: string, stored: Promise<void>): Promise<void> {
    this.#onlyHere.delete(id);
    this.#show(this.#edits.filter((edit) => edit.id !== id));
    try {
      await stored;
      await this.#deps.store.discard(id);
    } catch {
      // It comes back with the next page; showing it once more is better than losing one.
    }
  }

  #add(edits: readonly KeptEdit[]): void {
    const ids = new Set(edits.map(({ id }) => id));
    this.#show([...this.#edits.filter(({ id }) => !ids.has(id)), ...edits]);
  }

  #show(edits: readonly KeptEdit[]): void {
    this.#edits = edits;
    this.#deps.changed(edits);
  }
}
