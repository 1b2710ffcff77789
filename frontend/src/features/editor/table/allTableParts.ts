import { inserted } from '../../../lib/ot/table/tableEdits';
import { CellEditor } from './cellEditor';
import type { TableParts } from './tableParts';

export const TABLE_PARTS: TableParts = {
  edit: (host, text, label, listener) => new CellEditor(host, text, label, listener),
  inserted,
};
