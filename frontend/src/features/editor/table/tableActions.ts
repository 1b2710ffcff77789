import { MOST } from '../../../lib/ot/table/tableContent';
import type Quill from 'quill/core.js';
import type { Axis, TableContent } from '../../../lib/ot/table/tableContent';
import { inserted, moved, removed } from '../../../lib/ot/table/tableEdits';
import type { TableBlot } from './tableBlot';
import { tableFocus, type TablePlace } from './tableFocus';

export type TableAction = 'before' | 'behind' | 'back' | 'forth' | 'remove';

export const ACTIONS: readonly TableAction[] = ['before', 'behind', 'back', 'forth', 'remove'];

/** What an action on the caret's row or column would do; undefined where it can do nothing. */
export function changeFor(
  { blot, row, column }: TablePlace,
  axis: Axis,
  action: TableAction,
): TableContent | undefined {
  const id = axis === 'rows' ? row : column;
  const ids = blot.ids(axis);
  const at = ids.indexOf(id);
  switch (action) {
    case 'before':
    case 'behind':
      if (ids.length >= MOST[axis]) return undefined;
      return inserted(blot.content, axis, action === 'before' ? at : at + 1).change;
    case 'back':
      return at > 0 ? moved(blot.content, axis, id, at - 1) : undefined;
    case 'forth':
      return at < ids.length - 1 ? moved(blot.content, axis, id, at + 1) : undefined;
    case 'remove':
      return ids.length > 1 ? removed(blot.content, axis, id) : undefined;
  }
}

/** Makes the change and keeps the caret in the table: in its cell, or in the one that takes its place. */
export function run(place: TablePlace, axis: Axis, action: TableAction): void {
  const change = changeFor(place, axis, action);
  if (change === undefined) return;
  const { blot, row, column } = place;
  const at = blot.ids(axis).indexOf(axis === 'rows' ? row : column);
  blot.edit(change);
  const next = blot.ids(axis)[Math.min(at, blot.ids(axis).length - 1)];
  if (action !== 'remove') place.editor.quill.focus();
  else if (next !== undefined)
    blot.enter(axis === 'rows' ? next : row, axis === 'rows' ? column : next);
}

export function deleteTable(quill: Quill, blot: TableBlot): void {
  const index = quill.getIndex(blot);
  tableFocus(quill).set(undefined);
  quill.deleteText(index, 1, 'user');
  quill.root.focus({ preventScroll: true });
  quill.setSelection(index, 0, 'user');
}
