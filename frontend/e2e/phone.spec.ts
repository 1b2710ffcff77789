import { expect, test, type Page } from '@playwright/test';
import { Bot, botAccount, post } from './bot';
import { Person, everybodyGoes, productUrl } from './person';
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

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

test('on a phone the toolbar has bold, italic and lists, and a finger pushes it along', async ({
  browser,
}) => {
  const ana = await Person.signUp(browser, 'Ana', productUrl(), PHONE);
  await ana.createRoom('Pocket');
  const id = await ana.createDocument('Pocket');
  const { page } = ana;
  const bar = page.getByRole('toolbar', { name: 'Formatting' });
  const button = (name: string) => bar.getByRole('button', { name, exact: true });
  await ana.editor.tap();
  await expect(button('Undo')).toBeInViewport({ ratio: 1 });
  await expect(button('Bold')).toBeInViewport({ ratio: 1 });
  await expect(button('Italic')).toBeInViewport({ ratio: 1 });
  await button('Bold').tap();
  await page.keyboard.type('bold');
  await expect(button('Bulleted list')).not.toBeInViewport();
  await bar.locator('> div > div').evaluate((row) => {
    row.scrollBy(260, 0);
  });
  await expect(button('Bulleted list')).toBeInViewport({ ratio: 1 });
  await button('Bulleted list').tap();
  await button('More formatting').tap();
  await button('Highlight: yellow').tap();
  await page.keyboard.type(' bright');
  await expect(ana.status).toHaveText('Saved');
  expect(await ana.committed(id)).toEqual([
    { insert: 'bold', attributes: { bold: true } },
    { insert: ' bright', attributes: { bold: true, background: '#fbf0a2' } },
    { insert: '\n', attributes: { list: 'bullet' } },
  ]);
  const box = await bar.boundingBox();
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeCloseTo(PHONE.viewport.height, 0);
  expect(ana.pageErrors).toEqual([]);
});

test('on a phone a tap follows somebody, and the next touch of the text ends it', async ({
  browser,
}) => {
  const base = productUrl();
  const ana = await Person.signUp(browser, 'Ana', base, PHONE);
  await ana.createRoom('Walk');
  const roomId = ana.page.url().split('/').at(-1) ?? '';
  const id = await ana.createDocument('Walk');
  const account = await botAccount(base, 'Ben');
  const member = `api/rooms/${roomId}/members/${account.userId}`;
  await post(base, member, { role: 'editor' }, await ana.token(), 'PUT');
  const ben = await Bot.join(base, account, id);
  const line = 'A line of the plan.\n';
  await ben.type(0, line.repeat(120));
  ben.moveCaret(line.length * 100);
  const { page } = ana;
  const caret = page.locator(`[data-remote-caret="${ben.clientId}"] i`);
  const banner = page.getByText('Following Ben');
  await expect(ana.editor.locator('p')).toHaveCount(121);
  await page.getByRole('list', { name: 'In this document' }).getByRole('button').tap();
  await expect(banner).toBeVisible();
  await expect(caret).toBeInViewport();
  ben.moveCaret(line.length * 10);
  await expect(caret).toBeInViewport();
  await page.touchscreen.tap(180, 400);
  await expect(banner).toBeHidden();
  ben.leave();
  expect(ana.pageErrors).toEqual([]);
});
