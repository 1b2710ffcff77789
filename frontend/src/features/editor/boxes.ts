import type Quill from 'quill/core.js';
import type { Range } from '../../lib/sync/messages';

/** Where something lies inside the editor, in pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Boxes of a caret (one, of no width) or of a selection (one for each line). */
export function boxesOf(quill: Quill, { index, length }: Range): readonly Box[] {
  const last = quill.getLength() - 1;
  const start = Math.min(index, last);
  if (length > 0) return selectionBoxes(quill, start, Math.min(last, index + length));
  const bounds = quill.getBounds(start);
  if (bounds === null) return [];
  const { left, top, width, height } = bounds;
  return [{ left, top, width, height }];
}

/** Boxes in an editor that lies within another, as that one has them. */
export function boxesWithin(outer: Quill, inner: Quill, range: Range): readonly Box[] {
  const boxes = boxesOf(inner, range);
  if (inner === outer) return boxes;
  const origin = outer.container.getBoundingClientRect();
  const { left, top } = inner.container.getBoundingClientRect();
  return boxes.map((box) => ({
    ...box,
    left: box.left + left - origin.left,
    top: box.top + top - origin.top,
  }));
}

function selectionBoxes(quill: Quill, start: number, end: number): readonly Box[] {
  const range = domRange(quill, { index: start, length: end - start });
  if (range === undefined) return [];
  const origin = quill.container.getBoundingClientRect();
  return textRows(range).map(({ left, top, width, height }) => ({
    left: left - origin.left,
    top: top - origin.top,
    width,
    height,
  }));
}

/** Rows of text and embeds only: a block that is covered whole would add one as wide as the column. */
function textRows(range: globalThis.Range): readonly DOMRect[] {
  const { startContainer, startOffset, endContainer, endOffset } = range;
  if (startContainer === endContainer) return [...range.getClientRects()];
  const walker = document.createTreeWalker(range.commonAncestorContainer, NodeFilter.SHOW_ALL);
  const rows: DOMRect[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (!range.intersectsNode(node)) continue;
    if (node instanceof HTMLImageElement) rows.push(node.getBoundingClientRect());
    if (!(node instanceof Text)) continue;
    const part = document.createRange();
    part.setStart(node, node === startContainer ? startOffset : 0);
    part.setEnd(node, node === endContainer ? endOffset : node.length);
    rows.push(...part.getClientRects());
  }
  return rows;
}

/** The range as the browser knows it, or undefined where the text has no such place. */
export function domRange(quill: Quill, { index, length }: Range): globalThis.Range | undefined {
  const range = document.createRange();
  const from = place(quill, index);
  const to = place(quill, index + length);
  if (from === undefined || to === undefined) return undefined;
  range.setStart(...from);
  range.setEnd(...to);
  return range;
}

function place(quill: Quill, index: number): [Node, number] | undefined {
  const [leaf, offset] = quill.getLeaf(index);
  return leaf?.position(offset, true);
}
