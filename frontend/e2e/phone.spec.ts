import { expect, test, type Page } from '@playwright/test';
import { everybodyGoes } from './person';
import { tour } from './tour';

const SMALLEST_TARGET_PX = 44;

test.afterEach(async ({ browser }) => {
  await everybodyGoes(browser);
});

/** What stands out of the window at its side. Inside what scrolls by itself that is as it should be. */
function standingOut(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    return [...document.querySelectorAll('body *')]
      .filter((element) => {
        const { right, width: own } = element.getBoundingClientRect();
        return own > 0 && right > width + 1;
      })
      .map((element) => element.outerHTML.slice(0, 120));
  });
}

/** Buttons, links and fields that a finger would miss. Links within text may be as small as the text. */
function smallTargets(page: Page, smallest: number): Promise<readonly string[]> {
  return page.evaluate((least) => {
    const selector = 'button, a[href], select, input:not([type=radio]), [role=button]';
    return [...document.querySelectorAll(selector)]
      .filter((element) => {
        // A label around a field is a target as well.
        const { height, width } = (element.closest('label') ?? element).getBoundingClientRect();
        const isShown = element.checkVisibility({ visibilityProperty: true });
        const isInText = element.closest('.ql-editor, p') !== null;
        if (!isShown || isInText || width === 0) return false;
        return height < least - 0.5 || width < least - 0.5;
      })
      .map((element) => {
        const { height, width } = element.getBoundingClientRect();
        return `${String(width)} × ${String(height)}: ${element.outerHTML.slice(0, 140)}`;
      });
  }, smallest);
}

for (const width of [360, 768]) {
  test(`no page is wider than a window of ${String(width)} px, and fingers hit everything`, async ({
    browser,
  }) => {
    const viewport = { width, height: 760 };
    const found: string[] = [];
    for await (const { name, page } of tour(browser, {
      viewport,
      hasTouch: true,
      isMobile: true,
    })) {
      const wide = await standingOut(page);
      found.push(...wide.map((each) => `${name}, stands out: ${each}`));
      const small = await smallTargets(page, SMALLEST_TARGET_PX);
      found.push(...small.map((each) => `${name}, small: ${each}`));
    }
    expect(found).toEqual([]);
  });
}
