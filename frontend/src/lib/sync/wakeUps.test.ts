// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { browserWakeUps } from './wakeUps';

let woken: ReturnType<typeof vi.fn<() => void>>;
let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  woken = vi.fn();
  stop = browserWakeUps(woken);
});

afterEach(() => {
  stop();
  vi.useRealTimers();
});

it.each(['online', 'offline', 'pageshow'])('L2_%s_is_a_wake_up', (event) => {
  window.dispatchEvent(new Event(event));
  expect(woken).toHaveBeenCalledOnce();
});

it('L2_a_page_that_is_shown_again_wakes_up', () => {
  document.dispatchEvent(new Event('visibilitychange'));
  expect(woken).toHaveBeenCalledOnce();
});

it('L2_a_timer_that_comes_much_too_late_is_a_wake_up', () => {
  vi.advanceTimersByTime(60_000);
  expect(woken).not.toHaveBeenCalled();
  vi.setSystemTime(Date.now() + 3_600_000);
  vi.advanceTimersByTime(5_000);
  expect(woken).toHaveBeenCalledOnce();
});

it('nothing_wakes_what_was_stopped', () => {
  stop();
  window.dispatchEvent(new Event('online'));
  vi.setSystemTime(Date.now() + 3_600_000);
  vi.advanceTimersByTime(60_000);
  expect(woken).not.toHaveBeenCalled();
});
