import type { Page } from '@playwright/test';

/** What the page has measured about itself, in milliseconds. */
export interface Watched {
  /** From a key to the paint of what it typed. */
  readonly keys: readonly number[];
  /** When keys went down, and when changes of the text were painted: on the clock of the machine. */
  readonly keysAt: readonly number[];
  readonly paintsAt: readonly number[];
  readonly interactions: readonly number[];
  readonly longTasks: readonly number[];
  readonly lcp: number;
  readonly cls: number;
}

declare global {
  interface Window {
    watched: {
      -readonly [Key in keyof Watched]: Watched[Key] extends readonly number[]
        ? number[]
        : Watched[Key];
    };
  }
}

/** To be called before the page is opened. */
export async function watch(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const watched: Window['watched'] = {
      keys: [],
      keysAt: [],
      paintsAt: [],
      interactions: [],
      longTasks: [],
      lcp: 0,
      cls: 0,
    };
    window.watched = watched;
    let pressedAt = 0;
    const afterPaint = (then: () => void): void => {
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = then;
        channel.port2.postMessage(undefined);
      });
    };
    const observe = (type: string, seen: (entry: PerformanceEntry) => void): void => {
      new PerformanceObserver((list) => {
        list.getEntries().forEach(seen);
      }).observe({ type, buffered: true, durationThreshold: 16 } as PerformanceObserverInit);
    };
    document.addEventListener('keydown', (event) => (pressedAt = event.timeStamp), true);
    document.addEventListener(
      'input',
      () => {
        const from = pressedAt;
        watched.keysAt.push(performance.timeOrigin + from);
        afterPaint(() => watched.keys.push(performance.now() - from));
      },
      true,
    );
    document.addEventListener('DOMContentLoaded', () => {
      new MutationObserver((changes) => {
        const isText = changes.some(({ target }) => {
          const element = target instanceof Element ? target : target.parentElement;
          return element !== null && element.closest('.ql-editor') !== null;
        });
        if (!isText) return;
        afterPaint(() => watched.paintsAt.push(performance.timeOrigin + performance.now()));
      }).observe(document.body, { subtree: true, childList: true, characterData: true });
    });
    observe('largest-contentful-paint', (entry) => (watched.lcp = entry.startTime));
    observe('longtask', (entry) => watched.longTasks.push(entry.duration));
    observe('layout-shift', (entry) => {
      const shift = entry as unknown as { value: number; hadRecentInput: boolean };
      if (!shift.hadRecentInput) watched.cls += shift.value;
    });
    observe('event', (entry) => {
      if ((entry as unknown as { interactionId: number }).interactionId > 0) {
        watched.interactions.push(entry.duration);
      }
    });
  });
}

export function watched(page: Page): Promise<Watched> {
  return page.evaluate(() => window.watched);
}

/** Forgets what was measured so far, such as of loading. */
export async function restartWatch(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { watched } = window;
    for (const list of [
      watched.keys,
      watched.keysAt,
      watched.paintsAt,
      watched.interactions,
      watched.longTasks,
    ]) {
      list.length = 0;
    }
  });
}

/** For each key on one page, how long until the other page painted a change after it. */
export function remotePaints(sender: Watched, receiver: Watched): readonly number[] {
  return sender.keysAt.flatMap((pressed) => {
    const painted = receiver.paintsAt.find((at) => at > pressed);
    return painted === undefined ? [] : [painted - pressed];
  });
}

/** The value that this share of the values stays within. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** The bar of "interaction to next paint": the slowest interaction, one in fifty left out. */
export function inp({ interactions }: Watched): number {
  return percentile(interactions, 0.98);
}
