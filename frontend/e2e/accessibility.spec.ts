import { expect, test, type Locator } from '@playwright/test';
import { violations } from './axe';
import { everybodyGoes, productUrl } from './person';
import { tour } from './tour';

test.afterEach(async ({ browser }) => {
  await everybodyGoes(browser);
});

test('axe finds nothing serious or critical on any page, light or dark', async ({ browser }) => {
  const found: string[] = [];
  for await (const { name, page } of tour(browser)) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
      const here = await violations(page);
      found.push(...here.map((each) => `${name}, ${colorScheme}: ${each}`));
    }
  }
  expect(found).toEqual([]);
});

/** Presses Tab until the element has the focus. */
async function tabTo(target: Locator, key = 'Tab'): Promise<void> {
  const page = target.page();
  await expect(target).toBeVisible();
  for (let presses = 0; presses < 80; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} does not get to ${target.toString()}`);
}

test('everything from signing up to leaving a formatted document works by keyboard alone', async ({
  browser,
}) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const { keyboard } = page;
  await page.goto(productUrl('sign-up'));
  await tabTo(page.getByLabel('Your name'));
  await keyboard.type('Ana');
  await tabTo(page.getByLabel('Email'));
  await keyboard.type(`keys-${String(Date.now())}@example.com`);
  await tabTo(page.locator('input[type=password]'));
  await keyboard.type('pw-long-enough');
  await keyboard.press('Enter');
  await tabTo(page.getByRole('button', { name: 'New room' }).first());
  await keyboard.press('Enter');
  await expect(page.getByLabel('Name of the room')).toBeFocused();
  await keyboard.type('Keys');
  await keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Keys' })).toBeVisible();
  await tabTo(page.getByRole('button', { name: 'New document' }).first());
  await keyboard.press('Enter');
  await expect(page.getByLabel('Title of the document')).toBeFocused();
  await keyboard.press('Control+a');
  await keyboard.type('By keys');
  await keyboard.press('Enter');

  const editor = page.getByRole('textbox', { name: 'Text of the document' });
  await expect(editor).toBeEditable();
  await tabTo(editor);
  await keyboard.type('plain ');
  await keyboard.press('Control+b');
  await keyboard.type('bold');
  await expect(editor.locator('strong')).toHaveText('bold');
  await keyboard.press('Shift+Home');
  await keyboard.press('Escape');
  await expect(editor).not.toBeFocused();
  await tabTo(page.getByRole('link', { name: 'Back' }), 'Shift+Tab');
  await expect(page.getByRole('status')).toHaveText('Saved');
  await keyboard.press('Enter');
  await expect(page.getByRole('link', { name: /By keys/ })).toBeVisible();
});
