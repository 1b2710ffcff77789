import {
  hasHeader,
  cellKey,
  inOrder,
  isText,
  textOf,
  valuesOf,
  type CellOp,
  type TableContent,
} from '../../../lib/ot/table/tableContent';
import { isColor } from '../formats/colors';
import { showText } from './cellView';

/** A cell's editor, as the grid has to respect it. */
export interface OpenCell {
  readonly row: string;
  readonly column: string;
  apply(change: readonly CellOp[]): void;
}

/**
 * A table's elements, found by the ids of rows and columns. What changes is changed in place; the elements
 * around an open cell are moved instead of the cell, which would lose its caret.
 */
export class TableGrid {
  readonly table = document.createElement('table');
  readonly #body = document.createElement('tbody');
  readonly #rows = new Map<string, HTMLTableRowElement>();
  readonly #cells = new Map<string, HTMLTableCellElement>();
  open: OpenCell | undefined;

  constructor(content: TableContent) {
    this.table.append(this.#body);
    this.#arrange(content);
  }

  cell(row: string, column: string): HTMLTableCellElement | undefined {
    return this.#cells.get(cellKey(row, column));
  }

  /** The content after the change, of which only what the change touches is looked at. */
  update(content: TableContent, change: TableContent): void {
    if ('rows' in change || 'columns' in change || 'settings' in change) this.#arrange(content);
    for (const [key, part] of Object.entries(change)) {
      if (key === 'align' || key === 'background') {
        for (const cell of Object.keys(part)) this.#style(content, cell);
      } else if (isText(part)) {
        this.#changeText(content, key, part);
      }
    }
  }

  /** Shows a cell's text again as it is. */
  show(content: TableContent, key: string): void {
    const cell = this.#cells.get(key);
    if (cell !== undefined) showText(cell, textOf(content, key));
  }

  #changeText(content: TableContent, key: string, change: readonly CellOp[]): void {
    const isOpen = this.open !== undefined && cellKey(this.open.row, this.open.column) === key;
    if (isOpen) this.open?.apply(change);
    else this.show(content, key);
  }

  #arrange(content: TableContent): void {
    const rows = inOrder(content, 'rows');
    const columns = inOrder(content, 'columns');
    const header = hasHeader(content);
    for (const [id, element] of this.#rows) {
      if (rows.includes(id)) continue;
      element.remove();
      this.#rows.delete(id);
      for (const cell of element.cells) this.#forget(cell);
    }
    const elements = rows.map((row, at) => {
      const element = this.#rows.get(row) ?? document.createElement('tr');
      this.#rows.set(row, element);
      this.#arrangeRow(content, row, element, columns, header && at === 0);
      return element;
    });
    const fixed = this.open === undefined ? undefined : this.#rows.get(this.open.row);
    putInOrder(this.#body, elements, fixed);
  }

  #arrangeRow(
    content: TableContent,
    row: string,
    element: HTMLTableRowElement,
    columns: readonly string[],
    isHeading: boolean,
  ): void {
    const wanted = new Set(columns);
    for (const cell of [...element.cells]) {
      if (wanted.has(cell.dataset['column'] ?? '')) continue;
      cell.remove();
      this.#forget(cell);
    }
    const cells = columns.map((column) => {
      const cell = this.#cellFor(content, row, column);
      cell.setAttribute('role', isHeading ? 'columnheader' : 'cell');
      return cell;
    });
    const isOpen = this.open?.row === row;
    putInOrder(element, cells, isOpen ? this.cell(row, this.open?.column ?? '') : undefined);
  }

  #forget({ dataset }: HTMLTableCellElement): void {
    this.#cells.delete(cellKey(dataset['row'] ?? '', dataset['column'] ?? ''));
  }

  #cellFor(content: TableContent, row: string, column: string): HTMLTableCellElement {
    const key = cellKey(row, column);
    const known = this.#cells.get(key);
    if (known !== undefined) return known;
    const cell = document.createElement('td');
    cell.dataset['row'] = row;
    cell.dataset['column'] = column;
    this.#cells.set(key, cell);
    this.show(content, key);
    this.#style(content, key);
    return cell;
  }

  #style(content: TableContent, key: string): void {
    const cell = this.#cells.get(key);
    if (cell === undefined) return;
    const align = valuesOf(content, 'align')[key];
    cell.style.textAlign = typeof align === 'string' ? align : '';
    const background = valuesOf(content, 'background')[key];
    if (isColor(background)) {
      cell.dataset['background'] = background;
      cell.style.setProperty('--background', background);
    } else {
      delete cell.dataset['background'];
      cell.style.removeProperty('--background');
    }
  }
}

function putInOrder(
  parent: HTMLElement,
  elements: readonly HTMLElement[],
  fixed: HTMLElement | undefined,
): void {
  const isSo =
    parent.children.length === elements.length &&
    elements.every((element, at) => parent.children[at] === element);
  if (isSo) return;
  const middle = fixed === undefined ? -1 : elements.indexOf(fixed);
  for (const element of elements.slice(0, Math.max(0, middle))) {
    parent.insertBefore(element, fixed ?? null);
  }
  for (const element of elements.slice(middle + 1)) parent.append(element);
}
