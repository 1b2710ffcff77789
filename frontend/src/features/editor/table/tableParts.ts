import type { Axis, CellOp, TableContent } from '../../../lib/ot/table/tableContent';
import type { Inserted } from '../../../lib/ot/table/tableEdits';
import type { CellEditor, CellListener } from './cellEditor';

/** Code that is needed to write in tables, and not to show them. */
export interface TableParts {
  readonly edit: (
    host: HTMLElement,
    text: readonly CellOp[],
    label: string,
    listener: CellListener,
  ) => CellEditor;
  readonly inserted: (table: TableContent, axis: Axis, index: number) => Inserted;
}
