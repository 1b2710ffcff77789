import Delta from 'quill-delta';
import { expect, it } from 'vitest';
import { MAX_OPS, splitDelta } from './splitDelta';

it('a_small_delta_stays_whole', () => {
  const delta = new Delta().insert('a');
  expect(splitDelta(delta)).toEqual([delta, undefined]);
});

it('the_parts_one_after_the_other_do_what_the_whole_does', () => {
  const document = new Delta().insert('0123456789'.repeat(1_000)).insert('\n');
  const whole = new Delta();
  for (let at = 0; at < 3 * MAX_OPS; at += 1) {
    if (at % 3 === 0) whole.retain(1);
    else if (at % 3 === 1) whole.insert('😀', { bold: at % 2 === 0 });
    else whole.delete(1);
  }
  const [first, rest] = splitDelta(whole);
  expect(first.ops.length).toBeLessThanOrEqual(MAX_OPS);
  if (rest === undefined) throw new Error('it was not split');
  expect(document.compose(first).compose(rest)).toEqual(document.compose(whole));
});
