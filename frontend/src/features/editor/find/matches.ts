import type Delta from 'quill-delta';
import { Op } from 'quill-delta';
import type { Range } from '../../../lib/sync/messages';
import {
  TABLE,
  cellKey,
  inOrder,
  textOf,
  type TableContent,
} from '../../../lib/ot/table/tableContent';
import { textWithEmbeds } from '../text/lineText';

export interface FindOptions {
  readonly query: string;
  readonly matchCase: boolean;
  readonly wholeWord: boolean;
}

/** A range of the text; or, in the table at the index, of a cell's text from a place on. */
export interface Match extends Range {
  readonly cell?: { readonly row: string; readonly column: string; readonly from: number };
}

/** Where the query stands in the text, from the start on, without overlaps. */
export function findMatches(text: string, options: FindOptions): readonly Range[] {
  const { query, matchCase, wholeWord } = options;
  if (query === '') return [];
  const plain = query.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  const pattern = wholeWord ? `(?<![\\p{L}\\p{N}\\p{M}_])${plain}(?![\\p{L}\\p{N}\\p{M}_])` : plain;
  const expression = new RegExp(pattern, matchCase ? 'gu' : 'giu');
  return Array.from(text.matchAll(expression), ({ index, 0: found }) => ({
    index,
    length: found.length,
  }));
}

/** The same in a document, with the cells of its tables, in the order in which one reads. */
export function findIn(contents: Delta, options: FindOptions): readonly Match[] {
  const inCells: Match[] = [];
  let at = 0;
  for (const op of contents.ops) {
    if (typeof op.insert === 'object' && TABLE in op.insert) {
      inCells.push(...findInTable(op.insert[TABLE] as TableContent, at, options));
    }
    at += Op.length(op);
  }
  const inText: readonly Match[] = findMatches(textWithEmbeds(contents), options);
  return [...inText, ...inCells].sort((one, other) => one.index - other.index);
}

function findInTable(table: TableContent, at: number, options: FindOptions): readonly Match[] {
  const columns = inOrder(table, 'columns');
  return inOrder(table, 'rows').flatMap((row) =>
    columns.flatMap((column) =>
      findMatches(cellText(table, row, column), options).map(({ index, length }) => ({
        index: at,
        length,
        cell: { row, column, from: index },
      })),
    ),
  );
}

function cellText(table: TableContent, row: string, column: string): string {
  return textOf(table, cellKey(row, column))
    .map(({ insert }) => String(insert))
    .join('');
}

/** Number of the first match at or behind the place; the first of all where there is none behind. */
export function matchFrom(matches: readonly Match[], place: Pick<Match, 'index' | 'cell'>): number {
  const { index, cell } = place;
  const inCell = matches.findIndex(
    (match) => cell !== undefined && isSameText(match, place) && startOf(match) >= cell.from,
  );
  if (inCell !== -1) return inCell;
  const found = matches.findIndex((match) => match.index >= index);
  return found === -1 ? 0 : found;
}

/** Whether both are in the document's own text, or in the same cell. */
export function isSameText(
  one: Pick<Match, 'index' | 'cell'>,
  other: Pick<Match, 'index' | 'cell'>,
): boolean {
  if (one.cell === undefined || other.cell === undefined) return one.cell === other.cell;
  return (
    one.index === other.index &&
    one.cell.row === other.cell.row &&
    one.cell.column === other.cell.column
  );
}

/** Where it begins in the text that it is in. */
export function startOf({ index, cell }: Match): number {
  return cell?.from ?? index;
}
