import Quill from 'quill/core.js';
import Delta from 'quill-delta';
import { caretStays } from '../caretStays';
import { fromOps, toOps, type CellOp } from '../../../lib/ot/table/tableContent';

/** What a cell's text may have; the server refuses everything else. */
const CELL_FORMATS = [
  'bold',
  'italic',
  'underline',
  'strike',
  'code',
  'color',
  'background',
  'link',
];

export type Way = 'up' | 'down' | 'left' | 'right' | 'next' | 'previous' | 'out';

export interface CellListener {
  edited(change: readonly CellOp[]): void;
  /** The caret wants to leave the cell; false where it cannot. */
  leave(way: Way): boolean;
  undo(): void;
  redo(): void;
}

/** The one cell that is being edited, an editor within the editor. */
export class CellEditor {
  readonly quill: Quill;

  constructor(host: HTMLElement, text: readonly CellOp[], label: string, listener: CellListener) {
    this.quill = new Quill(host, {
      formats: CELL_FORMATS,
      modules: {
        toolbar: false,
        history: { maxStack: 0 },
        uploader: { mimetypes: [], handler: () => undefined },
        keyboard: { bindings: bindings(this, listener) },
      },
    });
    const { root } = this.quill;
    root.setAttribute('role', 'textbox');
    root.setAttribute('aria-multiline', 'true');
    root.setAttribute('aria-label', label);
    this.quill.setContents(new Delta(toOps(text)).insert('\n'), 'silent');
    caretStays(this.quill);
    this.quill.on('text-change', (delta, before, source) => {
      if (source !== 'user') return;
      const change = withoutLastNewline(new Delta(delta.ops), new Delta(before.ops), this.#text());
      if (change.ops.length > 0) listener.edited(fromOps(change.ops));
    });
  }

  /** Somebody else's change: the caret stays where it is. */
  apply(change: readonly CellOp[]): void {
    this.quill.updateContents(new Delta(toOps(change)), 'api');
  }

  focus(index: number, length = 0): void {
    this.quill.focus();
    this.quill.setSelection(Math.min(index, this.quill.getLength() - 1), length, 'user');
  }

  /** Where the caret is among the lines that are seen. */
  isAtEdge(way: 'up' | 'down'): boolean {
    const range = this.quill.getSelection();
    if (range?.length !== 0) return false;
    const at = this.quill.getBounds(range.index);
    const edge = this.quill.getBounds(way === 'up' ? 0 : this.quill.getLength() - 1);
    if (at === null || edge === null) return true;
    return Math.abs(at.top - edge.top) < at.height / 2;
  }

  #text(): Delta {
    const all = new Delta(this.quill.getContents().ops);
    return all.slice(0, all.length() - 1);
  }
}

/** The edit of the text alone: a cell's text does not end with the newline that every editor has. */
function withoutLastNewline(edit: Delta, before: Delta, after: Delta): Delta {
  const base = before.slice(0, before.length() - 1);
  const isWithin = JSON.stringify(base.compose(edit).ops) === JSON.stringify(after.ops);
  return (isWithin ? edit : base.diff(after)).chop();
}

function bindings(cell: CellEditor, listener: CellListener): Record<string, object> {
  const leave = (way: Way) => () => !listener.leave(way);
  const atEdge = (way: 'up' | 'down') => () => !(cell.isAtEdge(way) && listener.leave(way));
  const collapsed = { collapsed: true };
  const undo = (): boolean => {
    listener.undo();
    return false;
  };
  const redo = (): boolean => {
    listener.redo();
    return false;
  };
  return {
    tab: { key: 'Tab', shiftKey: false, handler: leave('next') },
    untab: { key: 'Tab', shiftKey: true, handler: leave('previous') },
    'indent code-block': { key: 'Tab', handler: leave('next') },
    up: { key: 'ArrowUp', ...collapsed, handler: atEdge('up') },
    down: { key: 'ArrowDown', ...collapsed, handler: atEdge('down') },
    left: {
      key: 'ArrowLeft',
      ...collapsed,
      handler: ({ index }: { index: number }) => index > 0 || !listener.leave('left'),
    },
    right: {
      key: 'ArrowRight',
      ...collapsed,
      handler: ({ index }: { index: number }) =>
        index < cell.quill.getLength() - 1 || !listener.leave('right'),
    },
    undo: { key: 'z', shortKey: true, shiftKey: false, handler: undo },
    redo: { key: 'z', shortKey: true, shiftKey: true, handler: redo },
    redoToo: { key: 'y', shortKey: true, handler: redo },
  };
}
