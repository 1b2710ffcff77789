import Delta, { type Op } from 'quill-delta';
import {
  MOST,
  TABLE,
  cellKey,
  fromOps,
  inOrder,
  textOf,
  type CellOp,
  type TableContent,
} from '../../../lib/ot/table/tableContent';
import { tableOf } from '../../../lib/ot/table/tableEdits';
import { showText } from './cellView';

/** A table as HTML for other programs; built of elements, so that nothing in it is markup. */
export function cellHtml(content: TableContent): string {
  const table = document.createElement('table');
  for (const row of inOrder(content, 'rows')) {
    const line = table.insertRow();
    for (const column of inOrder(content, 'columns')) {
      showText(line.insertCell(), textOf(content, cellKey(row, column)));
    }
  }
  return table.outerHTML;
}

const CELL_ATTRIBUTES = new Set([
  'bold',
  'italic',
  'underline',
  'strike',
  'code',
  'color',
  'background',
  'link',
]);

/** A pasted table, whose cells have been read already by `convert`. */
export function pastedTable(table: HTMLTableElement, convert: (cell: HTMLElement) => Delta): Delta {
  const rows = [...table.rows]
    .slice(0, MOST.rows)
    .map((row) => [...row.cells].slice(0, MOST.columns).map((cell) => cellText(convert(cell).ops)));
  return new Delta().insert({ [TABLE]: tableOf(rows) });
}

function cellText(ops: readonly Op[]): readonly CellOp[] {
  const text = ops.reduce((result, { insert, attributes }) => {
    if (typeof insert !== 'string') return result;
    const kept = Object.entries(attributes ?? {}).filter(([key]) => CELL_ATTRIBUTES.has(key));
    return result.insert(insert, Object.fromEntries(kept));
  }, new Delta());
  const last = text.ops.at(-1);
  const trimmed =
    typeof last?.insert === 'string' && last.insert.endsWith('\n')
      ? text.slice(0, text.length() - 1)
      : text;
  return fromOps(trimmed.ops);
}
