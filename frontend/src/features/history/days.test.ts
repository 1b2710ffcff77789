import { expect, test } from 'vitest';
import type { WorkSession } from '../../lib/api/historyApi';
import { byDay, dayName } from './days';

const session = (endedAt: string) => ({ endedAt, startedAt: endedAt }) as WorkSession;

test('sessions of one day stand together', () => {
  const days = byDay([
    session('2026-03-02T15:00:00'),
    session('2026-03-02T09:00:00'),
    session('2026-03-01T12:00:00'),
  ]);
  expect(days.map(({ sessions }) => sessions.length)).toEqual([2, 1]);
});

test('the last two days have names, in every language', () => {
  const now = new Date('2026-03-02T15:00:00');
  expect(dayName(new Date('2026-03-02T01:00:00'), 'en', now)).toBe('Today');
  expect(dayName(new Date('2026-03-01T23:00:00'), 'es', now)).toBe('Ayer');
  expect(dayName(new Date('2026-02-20T12:00:00'), 'en', now)).toBe('Friday, February 20');
  expect(dayName(new Date('2025-02-20T12:00:00'), 'en', now)).toContain('2025');
});
