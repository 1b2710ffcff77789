import Quill from 'quill/core.js';
import Delta from 'quill-delta';
import type { EditorSurface } from '../../lib/sync/editorSurface';
import type { Range } from '../../lib/sync/messages';
import { keepFinalNewline } from './finalNewline';
import { FORMATS, registerFormats } from './quillFormats';

registerFormats();

const EDGE_PX = 24;

export type Formats = Readonly<Record<string, unknown>>;

export interface EditorListener {
  edited(delta: Delta): void;
  selected(range: Range | null): void;
  compositionStarted(): void;
  compositionEnded(): void;
}

export interface EditorTexts {
  readonly label: string;
  readonly placeholder: string;
}

/** Where something lies inside the editor, in pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/**
 * The only door to Quill. A wrapper this thin can be laid around another editor when it has to be.
 *
 * Never calls `getSemanticHTML`, which does not escape what it should (CVE-2025-15056).
 */
export class QuillEditor implements EditorSurface {
  readonly #quill: Quill;
  readonly #listener: EditorListener;
  readonly #stateListeners = new Set<() => void>();
  readonly #abort = new AbortController();
  #formats: Formats = {};

  constructor(host: HTMLElement, texts: EditorTexts, listener: EditorListener) {
    this.#listener = listener;
    this.#quill = new Quill(host, {
      formats: FORMATS,
      placeholder: texts.placeholder,
      readOnly: true,
      modules: {
        toolbar: false,
        history: { userOnly: true, delay: 800 },
        uploader: { mimetypes: [] },
      },
    });
    this.label(texts);
    this.#listen();
  }

  label({ label, placeholder }: EditorTexts): void {
    const { root } = this.#quill;
    root.setAttribute('role', 'textbox');
    root.setAttribute('aria-multiline', 'true');
    root.setAttribute('aria-label', label);
    root.dataset['placeholder'] = placeholder;
  }

  destroy(): void {
    this.#abort.abort();
    this.#quill.disable();
    this.#quill.container.replaceChildren();
  }

  flush(): void {
    this.#quill.update('user');
  }

  /** Changes only what differs, so that caret, scroll position and undo stack survive. */
  replace(contents: Delta): void {
    const difference = this.contents().diff(contents);
    if (difference.ops.length > 0) this.#quill.updateContents(difference, 'api');
  }

  patch(delta: Delta): void {
    this.#quill.updateContents(delta, 'api');
  }

  contents(): Delta {
    return new Delta(this.#quill.getContents().ops);
  }

  text(): string {
    return this.#quill.getText();
  }

  setEditable(editable: boolean): void {
    this.#quill.enable(editable);
    this.#quill.root.setAttribute('aria-readonly', String(!editable));
  }

  focus(): void {
    this.#quill.focus();
  }

  /** Formats at the caret or common to the selection; a new object whenever they changed. */
  get formats(): Formats {
    return this.#formats;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#stateListeners.add(listener);
    return () => this.#stateListeners.delete(listener);
  };

  format(name: string, value: unknown): void {
    this.#quill.focus();
    this.#quill.format(name, value, 'user');
    this.#readFormats();
  }

  clearFormats(): void {
    const range = this.#quill.getSelection(true);
    this.#quill.removeFormat(range.index, range.length, 'user');
    this.#readFormats();
  }

  /** Links the selection, or the link at the caret, or inserts the address as its own text. */
  link(address: string | undefined): void {
    const range = this.#quill.getSelection(true);
    const [index, length] = this.#linkAt(range.index, range.length);
    if (length > 0) {
      this.#quill.formatText(index, length, 'link', address ?? false, 'user');
    } else if (address !== undefined) {
      this.#quill.insertText(index, address, { link: address }, 'user');
      this.#quill.setSelection(index + address.length, 0, 'user');
    }
    this.#readFormats();
  }

  /** Puts text into lines of its own behind the line at the position, and shows it selected. */
  insertLines(text: string, index: number): void {
    const all = this.text();
    const at = all.indexOf('\n', Math.min(index, all.length - 1));
    const lines = text.replace(/^\n+|\n+$/g, '');
    this.#quill.insertText(at, `\n${lines}`, 'user');
    this.#quill.setSelection(at + 1, lines.length, 'user');
    this.#quill.scrollSelectionIntoView();
  }

  undo(): void {
    this.#quill.history.undo();
  }

  redo(): void {
    this.#quill.history.redo();
  }

  /** Boxes of a caret (one, of no width) or of a selection (one for each line). */
  boxes({ index, length }: Range): readonly Box[] {
    const last = this.#quill.getLength() - 1;
    const start = Math.min(index, last);
    if (length > 0) return this.#selectionBoxes(start, Math.min(last, index + length));
    const bounds = this.#quill.getBounds(start);
    if (bounds === null) return [];
    const { left, top, width, height } = bounds;
    return [{ left, top, width, height }];
  }

  #selectionBoxes(start: number, end: number): readonly Box[] {
    const range = document.createRange();
    const from = this.#place(start);
    const to = this.#place(end);
    if (from === undefined || to === undefined) return [];
    range.setStart(...from);
    range.setEnd(...to);
    const origin = this.#quill.container.getBoundingClientRect();
    // Rows of text only: a block that is covered whole would add a rectangle as wide as the column.
    return [...range.getClientRects()]
      .filter(({ width }) => width < this.#quill.root.clientWidth - EDGE_PX)
      .map(({ left, top, width, height }) => ({
        left: left - origin.left,
        top: top - origin.top,
        width,
        height,
      }));
  }

  #place(index: number): [Node, number] | undefined {
    const [leaf, offset] = this.#quill.getLeaf(index);
    return leaf?.position(offset, true);
  }

  #linkAt(index: number, length: number): [number, number] {
    if (length > 0) return [index, length];
    const href: unknown = this.#quill.getFormat(index)['link'];
    if (typeof href !== 'string') return [index, 0];
    const has = (at: number): boolean => this.#quill.getFormat(at, 1)['link'] === href;
    let start = index;
    let end = index;
    while (start > 0 && has(start - 1)) start -= 1;
    while (has(end)) end += 1;
    return [start, end - start];
  }

  #listen(): void {
    const { root } = this.#quill;
    const { signal } = this.#abort;
    this.#quill.on('text-change', (delta, before, source) => {
      if (source === 'user') {
        this.#listener.edited(keepFinalNewline(new Delta(delta.ops), new Delta(before.ops)));
      }
    });
    this.#quill.on('editor-change', () => {
      this.#listener.selected(this.#quill.hasFocus() ? this.#quill.getSelection() : null);
      this.#readFormats();
    });
    root.addEventListener(
      'compositionstart',
      () => {
        this.#listener.compositionStarted();
      },
      { signal },
    );
    root.addEventListener(
      'compositionend',
      () => {
        // Quill reports the composed text after this event, still in the same turn.
        setTimeout(() => {
          this.#listener.compositionEnded();
        }, 0);
      },
      { signal },
    );
    root.addEventListener(
      'keydown',
      (event) => {
        // Tab writes a tab here, so the keyboard needs another way out.
        if (event.key === 'Escape' && !event.isComposing) root.blur();
      },
      { signal },
    );
  }

  #readFormats(): void {
    const range = this.#quill.getSelection();
    if (range === null) return;
    const formats = this.#quill.getFormat(range) as Formats;
    if (JSON.stringify(formats) === JSON.stringify(this.#formats)) return;
    this.#formats = formats;
    for (const listener of this.#stateListeners) listener();
  }
}
