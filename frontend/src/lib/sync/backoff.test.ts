import { expect, it } from 'vitest';
import { backoffDelay } from './backoff';

it('L2_backoff_is_full_jitter_between_half_a_second_and_thirty_seconds', () => {
  const longest = [0, 1, 2, 3, 6, 7, 50].map((attempt) => backoffDelay(attempt, () => 1));
  expect(longest).toEqual([500, 1_000, 2_000, 4_000, 30_000, 30_000, 30_000]);
  expect(backoffDelay(9, () => 0)).toBe(0);
});
