import { expect, it } from 'vitest';
import { textDifference } from './textDifference';
import { textPieces } from './textPieces';

it('only_the_lines_around_a_difference_are_left', () => {
  const theirs = 'one\ntwo\nthree\nfour\nfive\nsix\n';
  const mine = 'one\ntwo\nthree\nfour!\nfive\nsix\n';
  expect(textDifference(mine, theirs)).toEqual({
    mine: 'three\nfour!\nfive',
    theirs: 'three\nfour\nfive',
    index: 18,
  });
});

it.each([
  ['', 'a\n'],
  ['a\n', ''],
  ['\n', 'a\nb\nc\n'],
  ['aaaa\n', 'aa\n'],
  ['x\ny\n', 'x\nq\nr\ny\n'],
  ['same\n', 'same\n'],
])('what_is_cut_off_is_common_to_both: %j and %j', (mine, theirs) => {
  const cut = textDifference(mine, theirs);
  const start = mine.indexOf(cut.mine);
  expect(mine).toContain(cut.mine);
  expect(theirs).toContain(cut.theirs);
  expect(mine.length - cut.mine.length).toBe(theirs.length - cut.theirs.length);
  expect(start).toBeGreaterThanOrEqual(0);
});

it('pieces_give_both_texts_back', () => {
  const mine = 'The quick fox jumps high.';
  const theirs = 'The slow fox jumps.';
  const pieces = textPieces(mine, theirs);
  const of = (kind: string): string =>
    pieces
      .filter((piece) => piece.kind === 'same' || piece.kind === kind)
      .map(({ text }) => text)
      .join('');
  expect(of('mine')).toBe(mine);
  expect(of('theirs')).toBe(theirs);
  expect(pieces.some(({ kind }) => kind === 'same')).toBe(true);
});

it('very_long_texts_are_shown_whole', () => {
  const long = 'x'.repeat(30_000);
  expect(textPieces(long, 'y')).toEqual([
    { kind: 'theirs', text: 'y' },
    { kind: 'mine', text: long },
  ]);
});
