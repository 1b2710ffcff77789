import { freshPlaces, placeBetween } from './places';
import {
  cellKey,
  hasHeader,
  inOrder,
  textOf,
  toOps,
  valuesOf,
  type Axis,
  type CellOp,
  type TableContent,
  type Values,
} from './tableContent';
import { Op } from 'quill-delta';

const ID_LENGTH = 6;

/** An empty table whose first row is a heading. */
export function newTable(rows: number, columns: number): TableContent {
  return {
    rows: placed(newIds(rows, {})),
    columns: placed(newIds(columns, {})),
    settings: { header: true },
  };
}

/** A table of these texts, row by row. */
export function tableOf(texts: readonly (readonly (readonly CellOp[])[])[]): TableContent {
  const width = Math.max(1, ...texts.map((row) => row.length));
  const rows = newIds(texts.length, {});
  const columns = newIds(width, {});
  const cells = rows.flatMap((row, at) =>
    columns.map((column, across) => [cellKey(row, column), texts[at]?.[across] ?? []] as const),
  );
  return {
    rows: placed(rows),
    columns: placed(columns),
    ...Object.fromEntries(cells.filter(([, text]) => text.length > 0)),
  };
}

export interface Inserted {
  readonly id: string;
  readonly change: TableContent;
}

/** Puts a new row or column before the one at the index; behind the last one where there is none. */
export function inserted(table: TableContent, axis: Axis, index: number): Inserted {
  const id = newIds(1, valuesOf(table, axis))[0] ?? '';
  return { id, change: { [axis]: placesFor(table, axis, id, inOrder(table, axis), index) } };
}

/** Moves a row or column to where the one at the index is, which makes way. */
export function moved(table: TableContent, axis: Axis, id: string, index: number): TableContent {
  const others = inOrder(table, axis).filter((each) => each !== id);
  return { [axis]: placesFor(table, axis, id, others, index) };
}

/** Takes a row or column out, with the text and the formats of its cells. */
export function removed(table: TableContent, axis: Axis, id: string): TableContent {
  const cells = cellsOf(table, axis, id);
  const texts = cells.flatMap((cell) => {
    const length = toOps(textOf(table, cell)).reduce((sum, op) => sum + Op.length(op), 0);
    return length === 0 ? [] : [[cell, [{ delete: length }]] as const];
  });
  const formats = (['align', 'background'] as const).flatMap((format) => {
    const had = cells.filter((cell) => Object.hasOwn(valuesOf(table, format), cell));
    return had.length === 0
      ? []
      : [[format, Object.fromEntries(had.map((cell) => [cell, null]))] as const];
  });
  return { [axis]: { [id]: null }, ...Object.fromEntries(texts), ...Object.fromEntries(formats) };
}

export function headerToggled(table: TableContent): TableContent {
  return { settings: { header: hasHeader(table) ? null : true } };
}

function cellsOf(table: TableContent, axis: Axis, id: string): readonly string[] {
  return axis === 'rows'
    ? inOrder(table, 'columns').map((column) => cellKey(id, column))
    : inOrder(table, 'rows').map((row) => cellKey(row, id));
}

function placesFor(
  table: TableContent,
  axis: Axis,
  id: string,
  others: readonly string[],
  index: number,
): Values {
  const values = valuesOf(table, axis);
  const placeOf = (at: number): string | undefined => {
    const other = others[at];
    return other === undefined ? undefined : String(values[other]);
  };
  const place = placeBetween(placeOf(index - 1), placeOf(index));
  if (place !== undefined) return { [id]: place };
  return placed([...others.slice(0, index), id, ...others.slice(index)]);
}

function placed(ids: readonly string[]): Values {
  const places = freshPlaces(ids.length);
  return Object.fromEntries(ids.map((id, at) => [id, places[at] ?? '']));
}

function newIds(count: number, taken: Values): readonly string[] {
  const ids = new Set<string>();
  while (ids.size < count) {
    const id = randomId();
    if (!Object.hasOwn(taken, id)) ids.add(id);
  }
  return [...ids];
}

function randomId(): string {
  const numbers = crypto.getRandomValues(new Uint8Array(ID_LENGTH));
  return Array.from(numbers, (number) => (number % 36).toString(36)).join('');
}
