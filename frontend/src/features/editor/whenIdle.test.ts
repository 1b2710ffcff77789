import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { WhenIdle } from './whenIdle';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

function asked(everyMs: number, times: number): { work: () => number; idle: WhenIdle } {
  const work = vi.fn();
  const idle = new WhenIdle(work, 300, 2_000);
  for (let time = 0; time < times; time += 1) {
    idle.ask();
    vi.advanceTimersByTime(everyMs);
  }
  return { work: () => work.mock.calls.length, idle };
}

it('it_waits_for_a_pause_and_then_works_once', () => {
  const { work } = asked(100, 5);
  expect(work()).toBe(0);
  vi.advanceTimersByTime(199);
  expect(work()).toBe(0);
  vi.advanceTimersByTime(1);
  expect(work()).toBe(1);
  vi.advanceTimersByTime(10_000);
  expect(work()).toBe(1);
});

it('without_a_pause_it_works_at_the_latest_after_its_bound', () => {
  expect(asked(100, 19).work()).toBe(0);
  expect(asked(100, 20).work()).toBe(1);
  expect(asked(100, 41).work()).toBe(2);
});

it('what_is_asked_after_the_work_is_worked_on_anew', () => {
  const { work, idle } = asked(300, 1);
  expect(work()).toBe(1);
  idle.ask();
  vi.advanceTimersByTime(300);
  expect(work()).toBe(2);
});

it('once_stopped_nothing_happens_until_it_is_asked_again', () => {
  const { work, idle } = asked(100, 1);
  idle.stop();
  vi.advanceTimersByTime(10_000);
  expect(work()).toBe(0);
  idle.ask();
  vi.advanceTimersByTime(300);
  expect(work()).toBe(1);
});
