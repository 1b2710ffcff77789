import Quill from 'quill/core.js';
import type { Range } from '../../../lib/sync/messages';
import { boxesOf, type Box } from '../boxes';
import { firstBelow } from './firstBelow';

/** So much of what is above and below the window counts as on it. */
const MARGIN_PX = 200;
/** This share of the window's height stays free around what is revealed. */
const REVEAL_MARGIN = 0.22;
/** What holds lines, and is no line itself. */
const HOLDERS = 'ol, ul, .ql-code-block-container';

/** Positions from here to there. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where carets are, and are to be: the own one and the others'. */
export class EditorPlaces {
  readonly #quill: Quill;

  constructor(quill: Quill) {
    this.#quill = quill;
  }

  /** Calls back whenever the text changed, whoever changed it. */
  subscribeText = (listener: () => void): (() => void) => {
    this.#quill.on('text-change', listener);
    return () => this.#quill.off('text-change', listener);
  };

  /** Only reads, so that many calls in a row cost one layout. */
  boxes(range: Range): readonly Box[] {
    return boxesOf(this.#quill, range);
  }

  /** The positions that are on the screen. The cost grows with the logarithm of the document's lines. */
  onScreen(): Span {
    const first = this.#lineAt(-MARGIN_PX);
    const last = this.#lineAt(window.innerHeight + MARGIN_PX);
    const start = first === undefined ? undefined : this.#spanOf(first)?.start;
    const end = last === undefined ? undefined : this.#spanOf(last)?.end;
    return { start: start ?? 0, end: end ?? this.#quill.getLength() };
  }

  /** Where the own caret is; undefined where there is none. */
  get caret(): number | undefined {
    return this.#quill.getSelection()?.index;
  }

  /** The line that the own caret is in; undefined where the editor has not the focus. */
  line(): Span | undefined {
    const range = this.#quill.hasFocus() ? this.#quill.getSelection() : null;
    const line = range === null ? null : this.#quill.getLine(range.index)[0];
    return line === null ? undefined : this.#spanOf(line.domNode);
  }

  /** Puts the own caret there, and shows it. */
  goTo(index: number): void {
    this.#quill.focus();
    this.#quill.setSelection(index, 0, 'user');
    this.reveal(index);
  }

  /** Scrolls until the place is well inside the window; not at all where it is already. */
  reveal(index: number): void {
    const [box] = this.boxes({ index, length: 0 });
    if (box === undefined) return;
    const origin = this.#quill.container.getBoundingClientRect();
    const top = origin.top + box.top;
    const left = origin.left + box.left;
    const margin = window.innerHeight * REVEAL_MARGIN;
    const bottom = top + box.height + margin;
    this.#quill.scrollRectIntoView({ left, right: left, top: top - margin, bottom });
  }

  /** The first line that ends below the height, of the window; undefined where all are above. */
  #lineAt(height: number): Element | undefined {
    let holder: Element = this.#quill.root;
    for (;;) {
      const line = firstBelow(holder.children, height);
      if (line?.matches(HOLDERS) !== true) return line;
      holder = line;
    }
  }

  #spanOf(line: Node): Span | undefined {
    const blot = Quill.find(line);
    if (blot === null || blot instanceof Quill) return undefined;
    const start = blot.offset(this.#quill.scroll);
    return { start, end: start + blot.length() };
  }
}
