import { expect, it } from 'vitest';
import { markedPieces } from './markedPieces';

const shown = (text: string, ranges: readonly (readonly [number, number])[]): string =>
  markedPieces(
    text,
    ranges.map(([index, length]) => ({ index, length })),
  )
    .map((piece) => (piece.marked ? `[${piece.text}]` : piece.text))
    .join('');

it('ranges_are_marked_and_nothing_is_lost', () => {
  expect(
    shown('plan a trip, plan b', [
      [0, 4],
      [13, 4],
    ]),
  ).toBe('[plan] a trip, [plan] b');
  expect(shown('plan', [[0, 4]])).toBe('[plan]');
  expect(shown('plan', [])).toBe('plan');
});

it('ranges_that_do_not_fit_are_left_out', () => {
  expect(
    shown('plan', [
      [0, 2],
      [1, 2],
      [3, 9],
    ]),
  ).toBe('[pl]an');
});
