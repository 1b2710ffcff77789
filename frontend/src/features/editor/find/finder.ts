import type Delta from 'quill-delta';
import type Quill from 'quill/core.js';
import type { Range } from '../../../lib/sync/messages';
import { domRange } from '../boxes';
import { textWithEmbeds } from '../text/lineText';
import { WhenIdle } from '../whenIdle';
import { findMatches, matchFrom, type FindOptions } from './matches';
import { replaceEdit } from './replaceEdit';

export interface FinderState {
  readonly count: number;
  /** From 0; -1 where there is no match. */
  readonly current: number;
}

const NOTHING: FinderState = { count: 0, current: -1 };
const ALL = 'find-match';
const CURRENT = 'find-current';
/** More would slow the page down, and nobody looks at so many at once. */
const MOST_SHOWN = 400;

/**
 * Finds and replaces. Matches are shown by the browser's highlights, so that the text's elements stay as they
 * are; where the browser has none, the current match is still selected and shown.
 */
export class Finder {
  readonly #quill: Quill;
  readonly #listeners = new Set<() => void>();
  readonly #later = new WhenIdle(() => {
    this.#look(this.#matches[this.#state.current]?.index ?? 0, false);
  });
  #options: FindOptions = { query: '', matchCase: false, wholeWord: false };
  #matches: readonly Range[] = [];
  #state = NOTHING;

  constructor(quill: Quill) {
    this.#quill = quill;
    quill.on('text-change', this.#changed);
  }

  get state(): FinderState {
    return this.#state;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  destroy(): void {
    this.#quill.off('text-change', this.#changed);
    this.#later.stop();
    highlights()?.delete(ALL);
    highlights()?.delete(CURRENT);
  }

  search(options: FindOptions): void {
    const from = this.#matches[this.#state.current]?.index ?? this.#caret();
    this.#options = options;
    this.#look(from, true);
  }

  step(by: 1 | -1): void {
    const { count, current } = this.#state;
    if (count === 0) return;
    this.#show((current + by + count) % count, true);
  }

  replace(text: string): void {
    const place = this.#matches[this.#state.current];
    if (place === undefined) return;
    this.#apply([place], text);
    this.#look(place.index + text.length, true);
  }

  replaceAll(text: string): void {
    if (this.#matches.length > 0) this.#apply(this.#matches, text);
    this.#look(0, false);
  }

  /** Selects the current match in the text, as the search is left. */
  select(): void {
    const place = this.#matches[this.#state.current];
    if (place !== undefined) this.#quill.setSelection(place.index, place.length, 'user');
    this.#quill.focus();
  }

  readonly #changed = (delta: Delta): void => {
    // What is shown moves with the text by itself; the places are kept in step until they are looked for again.
    this.#matches = this.#matches.map(({ index, length }) => ({
      index: delta.transformPosition(index),
      length,
    }));
    this.#later.ask();
  };

  #apply(places: readonly Range[], text: string): void {
    this.#quill.history.cutoff();
    this.#quill.updateContents(replaceEdit(this.#quill.getContents(), places, text), 'user');
    this.#quill.history.cutoff();
  }

  #look(from: number, scroll: boolean): void {
    this.#later.stop();
    this.#matches = findMatches(textWithEmbeds(this.#quill.getContents()), this.#options);
    this.#show(this.#matches.length === 0 ? -1 : matchFrom(this.#matches, from), scroll);
  }

  #show(current: number, scroll: boolean): void {
    this.#state = { count: this.#matches.length, current };
    this.#draw(scroll);
    for (const listener of this.#listeners) listener();
  }

  #draw(scroll: boolean): void {
    const { current } = this.#state;
    const first = Math.max(0, current - MOST_SHOWN / 2);
    const shown = this.#matches
      .slice(first, first + MOST_SHOWN)
      .map((place) => domRange(this.#quill, place));
    const here = shown[current - first];
    const others = shown.filter(
      (range) => range !== undefined && range !== here,
    ) as AbstractRange[];
    highlights()?.set(ALL, new Highlight(...others));
    highlights()?.set(CURRENT, new Highlight(...(here === undefined ? [] : [here])));
    if (scroll) here?.startContainer.parentElement?.scrollIntoView({ block: 'center' });
  }

  #caret(): number {
    return this.#quill.selection.savedRange.index;
  }
}

function highlights(): HighlightRegistry | undefined {
  return typeof Highlight === 'undefined' ? undefined : CSS.highlights;
}
