import Quill from 'quill/core.js';
import Delta from 'quill-delta';
import type { EditorSurface } from '../../lib/sync/editorSurface';
import { insertedText } from '../../lib/ot/deltaText';
import type { Range } from '../../lib/sync/messages';
import { boxesOf, boxesWithin, type Box } from './boxes';
import { EXTENSIONS } from './extensions';
import { keepFinalNewline } from './finalNewline';
import { insertBlock } from './formats/insertBlock';
import { setLink } from './formats/links';
import { KEY_BINDINGS } from './keyBindings';
import { FORMATS, registerFormats } from './formats/quillFormats';
import { focusRegion } from './regions';
import { textWithEmbeds } from './text/lineText';
import { enterTable } from './table/tableExtension';
import { activeQuill, leaveTable, tableFocus, tableRange } from './table/tableFocus';

registerFormats();

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

/**
 * The only door to Quill. A wrapper this thin can be laid around another editor when it has to be.
 *
 * Never calls `getSemanticHTML`, which does not escape what it should (CVE-2025-15056).
 */
export class QuillEditor implements EditorSurface {
  /** For the parts of this feature alone. */
  readonly quill: Quill;
  readonly #listener: EditorListener;
  readonly #stateListeners = new Set<() => void>();
  readonly #abort = new AbortController();
  #formats: Formats = {};

  constructor(host: HTMLElement, texts: EditorTexts, listener: EditorListener) {
    this.#listener = listener;
    this.quill = new Quill(host, {
      formats: FORMATS,
      placeholder: texts.placeholder,
      readOnly: true,
      modules: {
        toolbar: false,
        history: { userOnly: true, delay: 800 },
        // Pictures are stored by the server, never put into the text.
        uploader: { mimetypes: [], handler: () => undefined },
        keyboard: { bindings: KEY_BINDINGS },
      },
    });
    this.label(texts);
    this.#listen();
    const detach = EXTENSIONS.map((attach) => attach(this.quill));
    this.#abort.signal.addEventListener('abort', () => {
      for (const each of detach) each();
    });
  }

  label({ label, placeholder }: EditorTexts): void {
    const { root } = this.quill;
    root.setAttribute('role', 'textbox');
    root.setAttribute('aria-multiline', 'true');
    root.setAttribute('aria-label', label);
    root.dataset['placeholder'] = placeholder;
  }

  destroy(): void {
    this.#abort.abort();
    this.quill.disable();
    this.quill.container.replaceChildren();
  }

  flush(): void {
    this.active.update('user');
    this.quill.update('user');
  }

  /** Changes only what differs, so that caret, scroll position and undo stack survive. */
  replace(contents: Delta): void {
    const difference = this.contents().diff(contents);
    if (difference.ops.length > 0) this.quill.updateContents(difference, 'api');
  }

  patch(delta: Delta): void {
    this.quill.updateContents(delta, 'api');
  }

  contents(): Delta {
    return new Delta(this.quill.getContents().ops);
  }

  /** What somebody reads, with what stands in tables. */
  text(): string {
    return insertedText([this.contents()]);
  }

  setEditable(editable: boolean): void {
    this.quill.enable(editable);
    this.quill.root.setAttribute('aria-readonly', String(!editable));
  }

  focus(): void {
    this.quill.focus();
  }

  /** Puts the caret at the start of the line and shows it at the top. */
  goTo(line: HTMLElement): void {
    const blot = Quill.find(line);
    if (blot === null || blot instanceof Quill) return;
    this.quill.setSelection(this.quill.getIndex(blot), 0, 'user');
    line.scrollIntoView({ block: 'start' });
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
    this.active.focus();
    this.active.format(name, value, 'user');
    this.#readFormats();
  }

  clearFormats(): void {
    const range = this.active.getSelection(true);
    this.active.removeFormat(range.index, range.length, 'user');
    this.#readFormats();
  }

  /** Links the range, or the link at its caret, or inserts the address as its own text. */
  link(address: string | undefined, range: Range): void {
    setLink(this.active, range, address);
    this.#readFormats();
  }

  /** Puts a block of its own at the caret, in place of what is selected, and the caret behind it. */
  insertBlock(name: string, value: unknown): void {
    leaveTable(this.quill);
    insertBlock(this.quill, name, value);
  }

  /** Types the character that offers a list, in a word of its own. */
  typeTrigger(trigger: string): void {
    leaveTable(this.quill);
    const { index } = this.quill.getSelection(true);
    const before = index === 0 ? '' : this.quill.getText(index - 1, 1);
    const text = /\s?$/.exec(before)?.[0] === before ? trigger : ` ${trigger}`;
    this.quill.insertText(index, text, 'user');
    this.quill.setSelection(index + text.length, 0, 'user');
  }

  /** Puts the caret into the table before it. */
  enterTable(): void {
    enterTable(this.quill);
  }

  /** Puts text at the caret, in place of what is selected. */
  insertText(text: string): void {
    leaveTable(this.quill);
    const { index, length } = this.quill.getSelection(true);
    this.quill.history.cutoff();
    if (length > 0) this.quill.deleteText(index, length, 'user');
    this.quill.insertText(index, text, 'user');
    this.quill.setSelection(index + text.length, 0, 'user');
    this.quill.history.cutoff();
  }

  /** Puts text into lines of its own behind the line at the position, and shows it selected. */
  insertLines(text: string, index: number): void {
    const all = textWithEmbeds(this.contents());
    const at = all.indexOf('\n', Math.min(index, all.length - 1));
    const lines = text.replace(/^\n+|\n+$/g, '');
    this.quill.insertText(at, `\n${lines}`, 'user');
    this.quill.setSelection(at + 1, lines.length, 'user');
    this.quill.scrollSelectionIntoView();
  }

  /** Makes an edit of the user's, which is one step of the undo stack. */
  apply(delta: Delta): void {
    this.quill.history.cutoff();
    this.quill.updateContents(delta, 'user');
    this.quill.history.cutoff();
  }

  forgetUndo(): void {
    this.quill.history.clear();
  }

  undo(): void {
    this.quill.history.undo();
  }

  redo(): void {
    this.quill.history.redo();
  }

  /** The same for a range of the editor in which the caret is. */
  activeBoxes(range: Range): readonly Box[] {
    return boxesWithin(this.quill, this.active, range);
  }

  /** Boxes of a caret (one, of no width) or of a selection (one for each line). */
  boxes(range: Range): readonly Box[] {
    return boxesOf(this.quill, range);
  }

  #listen(): void {
    const { root } = this.quill;
    const { signal } = this.#abort;
    this.quill.on('text-change', (delta, before, source) => {
      if (source === 'user') {
        this.#listener.edited(keepFinalNewline(new Delta(delta.ops), new Delta(before.ops)));
      }
    });
    this.quill.on('editor-change', () => {
      this.#selectionChanged();
    });
    const stop = tableFocus(this.quill).subscribe(() => {
      tableFocus(this.quill).place?.editor.quill.on('editor-change', () => {
        this.#readFormats();
      });
      this.#selectionChanged();
    });
    signal.addEventListener('abort', stop);
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
        if (event.key !== 'Escape' || event.isComposing) return;
        root.blur();
        focusRegion('toolbar', 'header');
      },
      { signal },
    );
  }

  /** The editor in which the caret is: a cell's, or the document's. */
  get active(): Quill {
    return activeQuill(this.quill);
  }

  #selectionChanged(): void {
    const range = this.quill.hasFocus() ? this.quill.getSelection() : null;
    this.#listener.selected(range ?? tableRange(this.quill));
    this.#readFormats();
  }

  #readFormats(): void {
    const range = this.active.getSelection();
    if (range === null) return;
    const formats = this.active.getFormat(range) as Formats;
    if (JSON.stringify(formats) === JSON.stringify(this.#formats)) return;
    this.#formats = formats;
    for (const listener of this.#stateListeners) listener();
  }
}
