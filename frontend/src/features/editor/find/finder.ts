import type Delta from 'quill-delta';
import type Quill from 'quill/core.js';
import { domRange } from '../boxes';
import { TableBlot } from '../table/tableBlot';
import { tableFocus, tableRange } from '../table/tableFocus';
import { rangeOf, textPieces } from '../text/textPieces';
import { WhenIdle } from '../whenIdle';
import { findIn, isSameText, matchFrom, startOf, type FindOptions, type Match } from './matches';
import { replaceEdit } from './replaceEdit';

export interface FinderState {
  readonly count: number;
  /** From 0; -1 where there is no match. */
  readonly current: number;
}

const START = { index: 0 };
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
    this.#look(this.#matches[this.#state.current] ?? START, false);
  });
  readonly #stopTables: () => void;
  #options: FindOptions = { query: '', matchCase: false, wholeWord: false };
  #matches: readonly Match[] = [];
  #state = NOTHING;

  constructor(quill: Quill) {
    this.#quill = quill;
    quill.on('text-change', this.#changed);
    // A cell that is opened or left is drawn anew.
    this.#stopTables = tableFocus(quill).subscribe(this.#later.ask);
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
    this.#stopTables();
    this.#later.stop();
    highlights()?.delete(ALL);
    highlights()?.delete(CURRENT);
  }

  search(options: FindOptions): void {
    const from = this.#matches[this.#state.current] ?? { index: this.#caret() };
    this.#options = options;
    this.#look(from, true);
  }

  step(by: 1 | -1): void {
    const { count, current } = this.#state;
    if (count === 0) return;
    this.#show((current + by + count) % count, true);
  }

  replace(text: string): void {
    const { current } = this.#state;
    const replaced = this.#matches[current];
    if (replaced === undefined) return;
    this.#apply([replaced], text);
    this.#find();
    // What was put in may be found as well, and is not meant again.
    const end = startOf(replaced) + text.length;
    const next = this.#matches.findIndex(
      (match, at) => at >= current && !(isSameText(match, replaced) && startOf(match) < end),
    );
    this.#show(next === -1 ? Math.min(0, this.#matches.length - 1) : next, true);
  }

  replaceAll(text: string): void {
    if (this.#matches.length > 0) this.#apply(this.#matches, text);
    this.#look(START, false);
  }

  /** Selects the current match in the text, as the search is left. */
  select(): void {
    const match = this.#matches[this.#state.current];
    const table = match?.cell === undefined ? undefined : this.#table(match);
    if (match?.cell !== undefined && table !== undefined) {
      const { row, column, from } = match.cell;
      if (table.enter(row, column, from, match.length)) return;
    }
    if (match !== undefined && table === undefined) {
      this.#quill.setSelection(match.index, match.length, 'user');
    }
    this.#quill.focus();
  }

  readonly #changed = (delta: Delta): void => {
    // What is shown moves with the text by itself; the places are kept in step until they are looked for again.
    this.#matches = this.#matches.map((match) => ({
      ...match,
      index: delta.transformPosition(match.index),
    }));
    this.#later.ask();
  };

  #apply(places: readonly Match[], text: string): void {
    this.#quill.history.cutoff();
    this.#quill.updateContents(replaceEdit(this.#quill.getContents(), places, text), 'user');
    this.#quill.history.cutoff();
  }

  #find(): void {
    this.#later.stop();
    this.#matches = findIn(this.#quill.getContents(), this.#options);
  }

  #look(from: Pick<Match, 'index' | 'cell'>, scroll: boolean): void {
    this.#find();
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
      .map((match) => this.#rangeOf(match));
    const here = shown[current - first];
    const others = shown.filter(
      (range) => range !== undefined && range !== here,
    ) as AbstractRange[];
    highlights()?.set(ALL, new Highlight(...others));
    highlights()?.set(CURRENT, new Highlight(...(here === undefined ? [] : [here])));
    if (scroll) here?.startContainer.parentElement?.scrollIntoView({ block: 'center' });
  }

  #rangeOf(match: Match): globalThis.Range | undefined {
    if (match.cell === undefined) return domRange(this.#quill, match);
    const { row, column, from } = match.cell;
    const cell = this.#table(match)?.cell(row, column);
    if (cell === undefined) return undefined;
    return rangeOf(textPieces(cell.querySelectorAll('p')), from, from + match.length);
  }

  #table({ index }: Match): TableBlot | undefined {
    const [line] = this.#quill.getLine(index);
    return line instanceof TableBlot ? line : undefined;
  }

  #caret(): number {
    return (tableRange(this.#quill) ?? this.#quill.selection.savedRange).index;
  }
}

function highlights(): HighlightRegistry | undefined {
  return typeof Highlight === 'undefined' ? undefined : CSS.highlights;
}
