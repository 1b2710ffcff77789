import type { TextRange } from '../../lib/api/types';

export interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

/** The text cut at its ranges, which are in order and do not overlap; whatever else they say is left out. */
export function markedPieces(text: string, ranges: readonly TextRange[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { index, length } of ranges) {
    const end = index + length;
    if (index < at || end > text.length) continue;
    pieces.push({ text: text.slice(at, index), marked: false });
    pieces.push({ text: text.slice(index, end), marked: true });
    at = end;
  }
  pieces.push({ text: text.slice(at), marked: false });
  return pieces.filter((piece) => piece.text !== '');
}
