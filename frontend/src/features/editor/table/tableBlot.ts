import { BlockEmbed } from 'quill/blots/block.js';
import type Scroll from 'quill/blots/scroll.js';
import {
  MOST,
  TABLE,
  cellKey,
  inOrder,
  textOf,
  type Axis,
  type TableContent,
} from '../../../lib/ot/table/tableContent';
import '../../../lib/ot/table/registerTable';
import { tableHandler } from '../../../lib/ot/table/tableHandler';
import type { CellEditor, Way } from './cellEditor';
import { cellHtml } from './tableHtml';
import { focusOf, type TableFocus } from './tableFocus';
import { TableGrid } from './tableGrid';

/**
 * A table in the text. Its value is the content as the document has it; what is done in it is a change of
 * that value, and others' changes come in by {@link updateContent}, which Quill calls.
 *
 * Cells are plain elements; the one with the caret is an editor.
 */
export class TableBlot extends BlockEmbed {
  static override blotName = TABLE;
  static override tagName = 'DIV';
  static override className = 'ql-table';

  declare readonly scroll: Scroll;
  /** Where the page puts its buttons for the table. */
  readonly tools = document.createElement('div');
  readonly #grid: TableGrid;
  #content: TableContent;

  static override create(): HTMLElement {
    const node = super.create() as HTMLElement;
    node.contentEditable = 'false';
    return node;
  }

  /** Of pasted elements: tables come in as what they show, never as what they say that they are. */
  static override value(): undefined {
    return undefined;
  }

  constructor(scroll: Scroll, node: HTMLElement, value: unknown) {
    super(scroll, node);
    this.#content = typeof value === 'object' && value !== null ? (value as TableContent) : {};
    this.#grid = new TableGrid(this.#content);
    const frame = document.createElement('div');
    frame.className = 'table-frame';
    frame.append(this.#grid.table);
    this.tools.className = 'table-tools';
    node.append(this.tools, frame);
    node.addEventListener('mousedown', (event) => {
      this.#pressed(event);
    });
    for (const type of ['keydown', 'keyup'] as const) {
      this.tools.addEventListener(type, (event) => {
        event.stopPropagation();
      });
    }
  }

  get content(): TableContent {
    return this.#content;
  }

  override value(): Record<string, TableContent> {
    return { [TABLE]: this.#content };
  }

  override detach(): void {
    if (this.#focus?.place?.blot === this) this.#focus.set(undefined);
    super.detach();
  }

  /** For the clipboard. */
  html(): string {
    return cellHtml(this.#content);
  }

  /** Somebody else's change, or one that is undone. */
  updateContent(change: TableContent): void {
    this.#change(change);
  }

  /** The user's change, made here. */
  edit(change: TableContent): void {
    // One thing that can be undone by itself.
    this.#focus?.quill.history.cutoff();
    this.#change(change);
    this.scroll.emitEmbedUpdate(this, change);
    this.#focus?.quill.history.cutoff();
  }

  /** Whether two people together have left no cell. */
  get isEmpty(): boolean {
    return this.ids('rows').length === 0 || this.ids('columns').length === 0;
  }

  ids(axis: Axis): readonly string[] {
    return inOrder(this.#content, axis);
  }

  cell(row: string, column: string): HTMLElement | undefined {
    return this.#grid.cell(row, column);
  }

  /** Opens a cell and puts the caret into it, or selects there; false where nobody may write. */
  enter(row: string, column: string, index = 0, length = 0): boolean {
    const open = this.#openCell(row, column);
    open?.focus(index, length);
    this.cell(row, column)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    return open !== undefined;
  }

  /** From above or before: the first cell; from below or behind: the last. */
  enterFrom(side: 'start' | 'end', column?: string): void {
    const at = side === 'start' ? 0 : -1;
    const row = this.ids('rows').at(at);
    const across = column ?? this.ids('columns').at(at);
    if (row !== undefined && across !== undefined) {
      this.enter(row, across, side === 'start' ? 0 : Infinity);
    }
  }

  closeCell(): void {
    const { open } = this.#grid;
    if (open === undefined) return;
    this.#grid.open = undefined;
    this.#grid.show(this.#content, cellKey(open.row, open.column));
  }

  get #focus(): TableFocus | undefined {
    return focusOf(this.scroll.domNode);
  }

  #change(change: TableContent): void {
    this.#content = tableHandler.compose(this.#content, change, false);
    this.#grid.update(this.#content, change);
    const place = this.#focus?.place;
    if (place?.blot !== this) return;
    if (this.#grid.cell(place.row, place.column) === undefined) {
      this.#grid.open = undefined;
      this.#focus?.set(undefined);
    } else if (['rows', 'columns', 'settings', 'align'].some((part) => part in change)) {
      this.#focus?.changed();
    }
  }

  #pressed(event: MouseEvent): void {
    if (!(event.target instanceof Element) || !this.scroll.isEnabled()) return;
    if (this.tools.contains(event.target)) {
      // The caret stays in its cell while the mouse presses a button.
      if (event.target.closest('button') !== null) event.preventDefault();
      return;
    }
    const { row, column } = event.target.closest('td')?.dataset ?? {};
    if (row === undefined || column === undefined || event.button !== 0) return;
    const { open } = this.#grid;
    if (open?.row === row && open.column === column) return;
    event.preventDefault();
    this.#openCell(row, column)?.focus(Infinity);
    placeCaret(event.clientX, event.clientY, this.#grid.cell(row, column));
  }

  #openCell(row: string, column: string): CellEditor | undefined {
    const focus = this.#focus;
    const cell = this.#grid.cell(row, column);
    const parts = focus?.parts;
    if (cell === undefined || focus === undefined || parts === undefined) return undefined;
    if (!this.scroll.isEnabled()) return undefined;
    const { place } = focus;
    if (place?.blot === this && place.row === row && place.column === column) return place.editor;
    this.closeCell();
    const key = cellKey(row, column);
    const host = document.createElement('div');
    cell.replaceChildren(host);
    const label = focus.labelOf(
      this.ids('rows').indexOf(row) + 1,
      this.ids('columns').indexOf(column) + 1,
    );
    const editor = parts.edit(host, textOf(this.#content, key), label, {
      edited: (change) => {
        this.#content = tableHandler.compose(this.#content, { [key]: change }, false);
        this.scroll.emitEmbedUpdate(this, { [key]: change });
      },
      leave: (way) => this.#leave(row, column, way),
      undo: () => {
        focus.quill.history.undo();
      },
      redo: () => {
        focus.quill.history.redo();
      },
    });
    this.#grid.open = {
      row,
      column,
      apply: (change) => {
        editor.apply(change);
      },
    };
    focus.set({ blot: this, row, column, editor });
    return editor;
  }

  #leave(row: string, column: string, way: Way): boolean {
    const rows = this.ids('rows');
    const columns = this.ids('columns');
    const down = rows.indexOf(row);
    const across = columns.indexOf(column);
    const index = down * columns.length + across;
    if (way === 'up' || way === 'down') {
      const next = rows[way === 'up' ? down - 1 : down + 1];
      if (down === 0 && way === 'up') return this.#leaveTable('start');
      if (next === undefined) return this.#leaveTable('end');
      this.enter(next, column, way === 'up' ? Infinity : 0);
      return true;
    }
    if (way === 'out') return this.#leaveTable('end');
    const isBack = way === 'left' || way === 'previous';
    const next = isBack ? index - 1 : index + 1;
    if (next < 0) return this.#leaveTable('start');
    if (next >= rows.length * columns.length) {
      return way === 'next' ? this.#addRow() : this.#leaveTable('end');
    }
    const target = rows[Math.floor(next / columns.length)] ?? row;
    this.enter(target, columns[next % columns.length] ?? column, isBack ? Infinity : 0);
    return true;
  }

  #addRow(): boolean {
    const count = this.ids('rows').length;
    const parts = this.#focus?.parts;
    if (count >= MOST.rows || parts === undefined) return this.#leaveTable('end');
    const { id, change } = parts.inserted(this.#content, 'rows', count);
    this.edit(change);
    this.enter(id, this.ids('columns')[0] ?? '');
    return true;
  }

  /** To the text before or behind; where there is none before, to a new line. */
  #leaveTable(side: 'start' | 'end'): boolean {
    const focus = this.#focus;
    if (focus === undefined) return false;
    const { quill } = focus;
    const index = quill.getIndex(this);
    focus.set(undefined);
    if (side === 'start' && index === 0) quill.insertText(0, '\n', 'user');
    quill.root.focus({ preventScroll: true });
    quill.setSelection(side === 'end' ? index + 1 : Math.max(0, index - 1), 0, 'user');
    quill.scrollSelectionIntoView();
    return true;
  }
}

/** Puts the caret to where the mouse is, if that is in the element. */
function placeCaret(x: number, y: number, within: Element | undefined): void {
  if (!('caretPositionFromPoint' in document)) return;
  const place = document.caretPositionFromPoint(x, y);
  if (place === null || within?.contains(place.offsetNode) !== true) return;
  document.getSelection()?.collapse(place.offsetNode, place.offset);
}
