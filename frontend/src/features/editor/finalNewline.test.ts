import Delta from 'quill-delta';
import { expect, it } from 'vitest';
import { keepFinalNewline } from './finalNewline';

const lines = new Delta().insert('a').insert('\n', { header: 1 }).insert('\n');

it('an edit that leaves the last newline alone stays as it is', () => {
  const edit = new Delta().retain(1).delete(1);

  expect(keepFinalNewline(edit, lines)).toBe(edit);
});

it('deleting the last newline deletes the one before and takes over its format', () => {
  const edit = new Delta().retain(2).delete(1);
  const kept = keepFinalNewline(edit, lines);

  expect(lines.compose(kept)).toEqual(lines.compose(edit));
  expect(kept).toEqual(new Delta().retain(1).delete(1).retain(1, { header: 1 }));
});

it('replacing everything has the same effect', () => {
  const edit = new Delta().insert('new\n').delete(3);
  const kept = keepFinalNewline(edit, lines);

  expect(lines.compose(kept)).toEqual(new Delta().insert('new\n'));
  expect(kept).toEqual(new Delta().insert('new').delete(2));
});

it('two people who delete newlines at the end leave one', () => {
  const empty = new Delta().insert('a\n\n');
  const ana = keepFinalNewline(new Delta().retain(2).delete(1), empty);
  const ben = keepFinalNewline(new Delta().retain(1).delete(1), empty);

  expect(empty.compose(ana).compose(ana.transform(ben, true))).toEqual(new Delta().insert('a\n'));
});
