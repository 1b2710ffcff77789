/** A text node, and the place in the text of its lines at which it begins. */
export interface TextPiece {
  readonly node: Text;
  readonly start: number;
}

/** The text nodes of lines that follow each other; the end of a line counts one unit. */
export function textPieces(lines: Iterable<Element>): readonly TextPiece[] {
  const pieces: TextPiece[] = [];
  let start = 0;
  for (const line of lines) {
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      pieces.push({ node, start });
      start += node.length;
    }
    start += 1;
  }
  return pieces;
}

/** The text from one place to another as the browser knows it, or undefined where there is no such text. */
export function rangeOf(
  pieces: readonly TextPiece[],
  start: number,
  end: number,
): Range | undefined {
  const from = pieces.findLast((piece) => piece.start <= start);
  const to = pieces.findLast((piece) => piece.start < end);
  if (from === undefined || to === undefined) return undefined;
  const range = document.createRange();
  range.setStart(from.node, Math.min(from.node.length, start - from.start));
  range.setEnd(to.node, Math.min(to.node.length, end - to.start));
  return range;
}
