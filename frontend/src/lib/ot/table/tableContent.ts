import type { Op } from 'quill-delta';

export const TABLE = 'table-embed';

export type Scalar = string | number | boolean;

/** Values by id; null in a change takes one out. */
export type Values = Readonly<Record<string, Scalar | null>>;

/** An op of a cell: Quill's, with its formats beside the action. */
export type CellOp = Readonly<Record<string, Scalar | null>>;

/**
 * A table, or a change of one: rows and columns with their places, and text by "row:column".
 *
 * What is shown is every row with every column, so no merge of edits can make a table ragged. The server's
 * engine has a twin of this, which describes the form and refuses everything else.
 */
export type TableContent = Readonly<Record<string, Values | readonly CellOp[]>>;

export type Axis = 'rows' | 'columns';
export type CellFormat = 'align' | 'background';

/** Bounds of the server. */
export const MOST: Readonly<Record<Axis, number>> = { rows: 500, columns: 50 };

const ACTIONS = new Set(['insert', 'retain', 'delete']);

export function cellKey(row: string, column: string): string {
  return `${row}:${column}`;
}

export function isText(part: Values | readonly CellOp[] | undefined): part is readonly CellOp[] {
  return Array.isArray(part);
}

export function valuesOf(content: TableContent, key: string): Values {
  const part = own(content, key);
  return part === undefined || isText(part) ? {} : part;
}

export function textOf(content: TableContent, cell: string): readonly CellOp[] {
  const part = own(content, cell);
  return isText(part) ? part : [];
}

/** Rows or columns in the order in which they are shown. */
export function inOrder(content: TableContent, axis: Axis): readonly string[] {
  return Object.entries(valuesOf(content, axis))
    .sort(([id, place], [otherId, otherPlace]) =>
      compare(String(place), String(otherPlace)) === 0
        ? compare(id, otherId)
        : compare(String(place), String(otherPlace)),
    )
    .map(([id]) => id);
}

export function hasHeader(table: TableContent): boolean {
  return valuesOf(table, 'settings')['header'] === true;
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function own<V>(object: Readonly<Record<string, V>>, key: string): V | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** A cell's ops as Quill's; an insert has nothing to remove, so nulls in it mean nothing. */
export function toOps(text: readonly CellOp[]): Op[] {
  return text.map((flat) => {
    const fields = Object.entries(flat);
    const action = Object.fromEntries(fields.filter(([key]) => ACTIONS.has(key)));
    const formats = fields.filter(
      ([key, value]) => !ACTIONS.has(key) && (flat['insert'] === undefined || value !== null),
    );
    return formats.length === 0 ? action : { ...action, attributes: Object.fromEntries(formats) };
  });
}

export function fromOps(ops: readonly Op[]): readonly CellOp[] {
  return ops.map(({ attributes, ...action }) => ({ ...attributes, ...action }) as CellOp);
}

/** The text of the whole table, row by row, for a user who wants it back. */
export function tableText(content: TableContent): string {
  return Object.entries(content)
    .flatMap(([, part]) => (isText(part) ? [part] : []))
    .map((text) => text.map(({ insert }) => (typeof insert === 'string' ? insert : '')).join(''))
    .filter((text) => text !== '')
    .join('\n');
}
