import Delta from 'quill-delta';
import { expect, test } from 'vitest';
import { at, followed } from './authorStretches';

const stretches = [{ length: 5, userId: 'ana' }, { length: 4, userId: 'ben' }, { length: 1 }];

test('what is inserted is nobody’s, what is deleted is gone', () => {
  expect(followed(stretches, new Delta().retain(3).insert('xy').delete(4))).toEqual([
    { length: 3, userId: 'ana' },
    { length: 2 },
    { length: 2, userId: 'ben' },
    { length: 1 },
  ]);
});

test('a character is found in its stretch', () => {
  expect(at(stretches, 4)?.userId).toBe('ana');
  expect(at(stretches, 5)?.userId).toBe('ben');
  expect(at(stretches, 10)).toBeUndefined();
});
