import Quill from 'quill/core.js';
import type Delta from 'quill-delta';
import type { Range } from '../../../lib/sync/messages';
import type { CommandIconName } from '../commands/CommandIcon';
import { lineAt } from '../text/lineText';

export interface CompletionItem {
  readonly id: string;
  readonly label: string;
  /** Stands at the right, faint. */
  readonly detail?: string;
  readonly icon?: CommandIconName;
  /** A sign in place of an icon, as an emoji or initials. */
  readonly glyph?: string;
  /** Behind the glyph. */
  readonly color?: string;
}

/** What one typed character offers, as "/" offers commands. */
export interface CompletionSource {
  /** One character. It counts at the start of a line and after a space. */
  readonly trigger: string;
  /** Key of the list's name. */
  readonly labelKey: string;
  /** How many characters must follow before anything is offered. */
  readonly least?: number;
  /** Whether spaces may be part of what is looked for. */
  readonly spaces?: boolean;
  /** What fits, best first. */
  readonly items: (query: string) => readonly CompletionItem[] | Promise<readonly CompletionItem[]>;
  /** The typed characters are at the range, still in the text. */
  readonly choose: (item: CompletionItem, typed: Range, query: string) => void;
}

export interface Offer {
  readonly source: CompletionSource;
  readonly typed: Range;
  readonly query: string;
  readonly items: readonly CompletionItem[];
  readonly selected: number;
}

const LONGEST = 30;

/**
 * Watches what is typed and offers completions. It opens only by typing, follows the caret, and closes when
 * nothing fits or Escape is pressed; then it stays closed for the same trigger. During a composition nothing
 * happens, since Quill tells nothing until it ends.
 */
export class Completion {
  readonly #quill: Quill;
  readonly #sources: readonly CompletionSource[];
  readonly #listeners = new Set<() => void>();
  #offer: Offer | undefined;
  #dismissedAt: number | undefined;
  #round = 0;

  constructor(quill: Quill, sources: readonly CompletionSource[]) {
    this.#quill = quill;
    this.#sources = sources;
    quill.on('text-change', this.#typed);
    quill.on('selection-change', this.#moved);
    quill.root.addEventListener('keydown', this.#pressed, { capture: true });
    quill.root.setAttribute('aria-autocomplete', 'list');
  }

  get offer(): Offer | undefined {
    return this.#offer;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  destroy(): void {
    this.#quill.off('text-change', this.#typed);
    this.#quill.off('selection-change', this.#moved);
    this.#quill.root.removeEventListener('keydown', this.#pressed, { capture: true });
    this.#quill.root.removeAttribute('aria-autocomplete');
  }

  choose(item: CompletionItem): void {
    const offer = this.#offer;
    if (offer === undefined) return;
    // More may have been typed since what is offered was looked up.
    const found = this.#find();
    const { typed, query } = found?.source === offer.source ? found : offer;
    this.#show(undefined);
    this.#quill.focus();
    this.#quill.history.cutoff();
    offer.source.choose(item, typed, query);
  }

  select(selected: number): void {
    if (this.#offer !== undefined) this.#show({ ...this.#offer, selected });
  }

  close(): void {
    this.#dismissedAt = this.#offer?.typed.index;
    this.#show(undefined);
  }

  readonly #typed = (delta: Delta, _before: Delta, source: string): void => {
    if (source !== 'user') {
      if (this.#offer !== undefined) void this.#look();
      return;
    }
    const isInsert = delta.ops.some(({ insert }) => typeof insert === 'string');
    if (this.#offer === undefined && !isInsert) return;
    // The caret is where it belongs only after this event.
    queueMicrotask(() => void this.#look());
  };

  readonly #moved = (range: Range | null): void => {
    if (range === null || this.#offer === undefined) this.#show(undefined);
    else void this.#look();
  };

  async #look(): Promise<void> {
    this.#round += 1;
    const round = this.#round;
    const found = this.#quill.hasFocus() ? this.#find() : undefined;
    if (found === undefined) {
      this.#dismissedAt = undefined;
      this.#show(undefined);
      return;
    }
    if (found.typed.index === this.#dismissedAt) return;
    const items = await found.source.items(found.query);
    if (round !== this.#round) return;
    const before = this.#offer;
    const same = before?.items.findIndex(({ id }) => id === before.items[before.selected]?.id);
    const isSame = before?.query === found.query && same !== undefined && same >= 0;
    this.#show(items.length === 0 ? undefined : { ...found, items, selected: isSame ? same : 0 });
  }

  #find(): Pick<Offer, 'source' | 'typed' | 'query'> | undefined {
    const range = this.#quill.getSelection();
    if (range?.length !== 0) return undefined;
    const line = lineAt(this.#quill, range.index);
    if (line === undefined || line.formats['code-block'] !== undefined) return undefined;
    const tail = line.before.slice(-LONGEST - 2);
    for (const source of this.#sources) {
      const at = tail.lastIndexOf(source.trigger);
      if (at < 0) continue;
      const query = tail.slice(at + 1);
      const isStart = at === 0 ? tail.length === line.before.length : /\s/.test(tail[at - 1] ?? '');
      const allowed = source.spaces === true ? /^(?:\S[^\n]*)?$/ : /^\S*$/;
      if (!isStart || !allowed.test(query) || query.length < (source.least ?? 0)) continue;
      const length = query.length + 1;
      return { source, query, typed: { index: range.index - length, length } };
    }
    return undefined;
  }

  readonly #pressed = (event: KeyboardEvent): void => {
    const offer = this.#offer;
    if (offer === undefined || event.isComposing) return;
    const { items, selected } = offer;
    switch (event.key) {
      case 'ArrowDown':
        this.select((selected + 1) % items.length);
        break;
      case 'ArrowUp':
        this.select((selected - 1 + items.length) % items.length);
        break;
      case 'Enter':
      case 'Tab': {
        const item = items[selected];
        if (item !== undefined) this.choose(item);
        break;
      }
      case 'Escape':
        this.close();
        break;
      default:
        return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
  };

  #show(offer: Offer | undefined): void {
    if (offer === this.#offer) return;
    if (offer === undefined) this.#round += 1;
    this.#offer = offer;
    for (const listener of this.#listeners) listener();
  }
}
