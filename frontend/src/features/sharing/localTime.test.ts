import { expect, it } from 'vitest';
import { fromLocal, toLocal } from './localTime';

it('a moment comes back as it was typed', () => {
  for (const typed of ['2030-01-31T12:00', '2030-07-31T00:05']) {
    expect(toLocal(fromLocal(typed) ?? '')).toBe(typed);
  }
});

it('nothing typed is no moment', () => {
  expect(fromLocal('')).toBeUndefined();
  expect(fromLocal('not a date')).toBeUndefined();
});
