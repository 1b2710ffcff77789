import Delta from 'quill-delta';

export interface TextPiece {
  readonly kind: 'same' | 'mine' | 'theirs';
  readonly text: string;
}

/** Above this, comparing letter by letter could hold the page up. */
const MAX_UNITS = 20_000;

/** Two texts as one sequence: what both have, and what only one has. */
export function textPieces(mine: string, theirs: string): readonly TextPiece[] {
  if (mine.length + theirs.length > MAX_UNITS) {
    return [
      { kind: 'theirs', text: theirs },
      { kind: 'mine', text: mine },
    ];
  }
  const difference = new Delta().insert(theirs).diff(new Delta().insert(mine));
  const pieces: TextPiece[] = [];
  let at = 0;
  for (const { insert, retain, delete: removed } of difference.ops) {
    if (typeof insert === 'string') {
      pieces.push({ kind: 'mine', text: insert });
    } else {
      const length = removed ?? (retain as number);
      const kind = removed === undefined ? 'same' : 'theirs';
      pieces.push({ kind, text: theirs.slice(at, at + length) });
      at += length;
    }
  }
  if (at < theirs.length) pieces.push({ kind: 'same', text: theirs.slice(at) });
  return pieces;
}
