import type Quill from 'quill/core.js';
import { TableBlot } from './tableBlot';
import { isInCell, leaveTable, tableFocus, type TableFocus } from './tableFocus';

/**
 * Makes room for tables in an editor. While the caret is in a cell, the document's editor has none: else it
 * would take it out of there with every change.
 */
export function attachTables(quill: Quill): () => void {
  const focus = tableFocus(quill);
  const abort = new AbortController();
  hideCellsFrom(quill, focus);
  quill.root.addEventListener(
    'keydown',
    (event) => {
      if (event.target === quill.root && entered(quill, event)) {
        event.preventDefault();
        event.stopImmediatePropagation();
      }
    },
    { capture: true, signal: abort.signal },
  );
  quill.root.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || event.isComposing || focus.place === undefined) return;
      event.stopPropagation();
      leaveTable(quill);
    },
    { signal: abort.signal },
  );
  // The caret is in the text again: by a press there, or by whatever else moves it.
  quill.root.addEventListener(
    'focusin',
    (event) => {
      if (event.target === quill.root) focus.set(undefined);
    },
    { signal: abort.signal },
  );
  return () => {
    abort.abort();
    focus.set(undefined);
  };
}

function hideCellsFrom(quill: Quill, focus: TableFocus): void {
  const { selection } = quill;
  const getNativeRange = selection.getNativeRange.bind(selection);
  selection.getNativeRange = () => (isInCell(focus) ? null : getNativeRange());
}

/** Puts the caret into the first cell of the table right before it. */
export function enterTable(quill: Quill): void {
  const range = quill.getSelection();
  const table = range === null ? null : quill.getLine(range.index - 1)[0];
  if (table instanceof TableBlot) table.enterFrom('start');
}

/** Keys that go into a table beside the caret, and those that would delete it by accident. */
function entered(quill: Quill, event: KeyboardEvent): boolean {
  if (event.shiftKey || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) {
    return false;
  }
  const range = quill.getSelection();
  if (range?.length !== 0) return false;
  const [line, offset] = quill.getLine(range.index);
  if (line === null) return false;
  const start = range.index - offset;
  const before = start > 0 ? quill.getLine(start - 1)[0] : null;
  const behind = quill.getLine(start + line.length())[0];
  const isAtStart = offset === 0;
  const isAtEnd = offset >= line.length() - 1;
  const into = (blot: unknown, side: 'start' | 'end'): boolean => {
    if (!(blot instanceof TableBlot) || blot === line || blot.isEmpty) return false;
    blot.enterFrom(side);
    return true;
  };
  switch (event.key) {
    case 'ArrowLeft':
    case 'Backspace':
      return isAtStart && into(before, 'end');
    case 'ArrowRight':
    case 'Delete':
      return isAtEnd && into(behind, 'start');
    case 'ArrowUp':
      return isOnEdge(quill, range.index, start) && into(before, 'end');
    case 'ArrowDown':
      return isOnEdge(quill, range.index, start + line.length() - 1) && into(behind, 'start');
    default:
      return false;
  }
}

/** Whether two positions of a line are in the same row of it as it is shown. */
function isOnEdge(quill: Quill, index: number, edge: number): boolean {
  const at = quill.getBounds(index);
  const other = quill.getBounds(edge);
  if (at === null || other === null) return true;
  return Math.abs(at.top - other.top) < at.height / 2;
}
