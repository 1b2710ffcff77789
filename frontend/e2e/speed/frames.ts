import type { Page } from '@playwright/test';

/** In milliseconds: from each frame to the next, and how long what blocked the page took. */
export interface Frames {
  readonly times: readonly number[];
  readonly longTasks: readonly number[];
}

declare global {
  interface Window {
    seenFrames: { times: number[]; longTasks: number[] };
  }
}

/** To be called before the page is opened. */
export async function watchFrames(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen: Window['seenFrames'] = { times: [], longTasks: [] };
    window.seenFrames = seen;
    let last = performance.now();
    const next = (now: number): void => {
      seen.times.push(now - last);
      last = now;
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.longTasks.push(duration);
    }).observe({ type: 'longtask' });
  });
}

/** What was seen since this was asked for last. */
export function frames(page: Page): Promise<Frames> {
  return page.evaluate(() => {
    const { times, longTasks } = window.seenFrames;
    return { times: times.splice(0), longTasks: longTasks.splice(0) };
  });
}
