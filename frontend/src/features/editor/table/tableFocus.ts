import type Quill from 'quill/core.js';
import type { TableBlot } from './tableBlot';
import type { TableParts } from './tableParts';
import type { CellEditor } from './cellEditor';

/** Where the caret is within a table. */
export interface TablePlace {
  readonly blot: TableBlot;
  readonly row: string;
  readonly column: string;
  readonly editor: CellEditor;
}

/** What one editor knows of its tables: the cell that is open, of all of them together one at most. */
export class TableFocus {
  readonly #listeners = new Set<() => void>();
  readonly quill: Quill;
  #place: TablePlace | undefined;
  /** What is needed to write in a table; it comes after the text. */
  #parts: TableParts | undefined;
  #label: (row: number, column: number) => string = () => '';

  constructor(quill: Quill) {
    this.quill = quill;
  }

  get parts(): TableParts | undefined {
    return this.#parts;
  }

  provide(parts: TableParts): void {
    this.#parts = parts;
  }

  /** How a cell is named to screen readers. */
  labelCells(label: (row: number, column: number) => string): void {
    this.#label = label;
  }

  labelOf(row: number, column: number): string {
    return this.#label(row, column);
  }

  get place(): TablePlace | undefined {
    return this.#place;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  set(place: TablePlace | undefined): void {
    if (this.#place === undefined && place === undefined) return;
    const left = this.#place;
    this.#place = place;
    if (left !== undefined && left.blot !== place?.blot) left.blot.closeCell();
    this.changed();
  }

  /** The table at the caret looks different. */
  changed(): void {
    for (const listener of this.#listeners) listener();
  }
}

const BY_ROOT = new WeakMap<Node, TableFocus>();

export function tableFocus(quill: Quill): TableFocus {
  const known = focusOf(quill.root);
  if (known !== undefined) return known;
  const focus = new TableFocus(quill);
  BY_ROOT.set(quill.root, focus);
  return focus;
}

export function focusOf(root: Node): TableFocus | undefined {
  return BY_ROOT.get(root);
}

/** The editor in which the caret is: a cell's, or the document's. */
export function activeQuill(quill: Quill): Quill {
  return focusOf(quill.root)?.place?.editor.quill ?? quill;
}

/** Puts the caret behind the table that it is in. */
export function leaveTable(quill: Quill): void {
  const place = focusOf(quill.root)?.place;
  if (place === undefined) return;
  const index = quill.getIndex(place.blot) + 1;
  focusOf(quill.root)?.set(undefined);
  quill.root.focus({ preventScroll: true });
  quill.setSelection(index, 0, 'user');
}

/** Where the caret's table is in the document, as the others see it. */
export function tableRange(quill: Quill): { index: number; length: number } | null {
  const place = focusOf(quill.root)?.place;
  return place === undefined ? null : { index: quill.getIndex(place.blot), length: 0 };
}

/** Whether the caret is in a cell. */
export function isInCell({ place }: TableFocus): boolean {
  const node = document.getSelection()?.anchorNode ?? null;
  return place?.editor.quill.root.contains(node) === true;
}
