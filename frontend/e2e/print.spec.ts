import { expect, test, type Page } from '@playwright/test';
import { Person, everybodyGoes } from './person';

const SHEET_PX = 794;

test.afterEach(async ({ browser }) => {
  await everybodyGoes(browser);
});

/** What is seen besides the title and the text. */
function besidesTheText(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const isText = '.document, .document *, input[aria-label="Title of the document"]';
    return [...document.querySelectorAll('body *')]
      .filter((element) => {
        if (element.matches(isText) || element.querySelector(isText) !== null) return false;
        const { width, height } = element.getBoundingClientRect();
        return element.checkVisibility({ visibilityProperty: true }) && width > 1 && height > 1;
      })
      .map((element) => element.outerHTML.slice(0, 120));
  });
}

/** Contrast to white of each colour that text has on the page, and that is too low for reading. */
function unreadableOnPaper(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    if (canvas === null) throw new Error('there is no canvas');
    const contrast = (color: string): number => {
      canvas.fillStyle = color;
      canvas.fillRect(0, 0, 1, 1);
      const [r = 0, g = 0, b = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map((value) => {
        const share = value / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 1.05 / (0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05);
    };
    return [...document.querySelectorAll('.ql-editor *, header input:not([type])')]
      .filter((element) => element.textContent !== '' || element.matches('input'))
      .map((element) => ({ element, found: contrast(getComputedStyle(element).color) }))
      .filter(({ found }) => found < 4.5)
      .map(({ element, found }) => `${found.toFixed(1)}: ${element.outerHTML.slice(0, 100)}`);
  });
}

test('on paper there are the title and the text alone, readable also from a dark page', async ({
  browser,
}) => {
  const ana = await Person.signUp(browser, 'Ana', undefined, { colorScheme: 'dark' });
  const ben = await Person.signUp(browser, 'Ben');
  await ana.createRoom('Paper');
  await ana.addMember(ben);
  const id = await ana.createDocument('On paper');
  const { page } = ana;
  const { keyboard } = page;
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  await keyboard.type('# Heading\nplain text\n> quoted\n\n');
  await press('Text colour');
  await press('Text colour: yellow');
  await keyboard.type('yellow');
  await press('Highlight');
  await press('Highlight: blue');
  await keyboard.type(' on blue');
  await keyboard.press('Enter');
  await press('Table');
  await expect(ana.editor.locator('td')).toHaveCount(9);
  await keyboard.type('in a cell');
  await expect(ana.status).toHaveText('Saved');
  await ben.openDocument(id);
  await ben.editor.locator('p', { hasText: 'plain' }).click();
  await expect(page.locator('[data-remote-caret]')).toHaveCount(1);
  await press('History');
  await expect(page.getByRole('complementary', { name: 'History' })).toBeVisible();
  await keyboard.press('Control+f');
  await expect(page.getByRole('search', { name: 'Find and replace' })).toBeVisible();
  expect((await besidesTheText(page)).length).toBeGreaterThan(10);

  await page.setViewportSize({ width: SHEET_PX, height: 1123 });
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  expect(await besidesTheText(page)).toEqual([]);
  expect(await unreadableOnPaper(page)).toEqual([]);
  await expect(page.getByLabel('Title of the document')).toBeVisible();
  const box = await ana.editor.boundingBox();
  expect(box?.width).toBeGreaterThan(SHEET_PX - 2);
  const pdf = await page.pdf({ preferCSSPageSize: true });
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect([...ana.pageErrors, ...ben.pageErrors]).toEqual([]);
});
