import History, { type StackItem } from 'quill/modules/history.js';
import { focusOf, isInCell } from './tableFocus';

/** Undo and redo that leave the caret in the cell where it is. */
export class TableHistory extends History {
  protected override restoreSelection(item: StackItem): void {
    const focus = focusOf(this.quill.root);
    if (focus === undefined || !isInCell(focus)) super.restoreSelection(item);
  }
}
