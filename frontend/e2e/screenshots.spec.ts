import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { Person, productUrl } from './person';

// Renews the pictures of docs/images against the running product:
//   BASE_URL=http://127.0.0.1:8080/ SCREENSHOTS=1 npx playwright test e2e/screenshots.spec.ts
const FOLDER = resolve('../docs/images');

/** A picture of the page in a theme and a width, once nothing moves. */
async function picture(page: Page, name: string, width: number, theme: 'light' | 'dark') {
  await page.setViewportSize({ width, height: width < 768 ? 700 : 720 });
  await page.evaluate((scheme) => {
    document.documentElement.dataset['mantineColorScheme'] = scheme;
  }, theme);
  await page.mouse.move(0, 0);
  await page.evaluate(() => document.fonts.ready);
  const path = resolve(FOLDER, `${name}-${String(width)}-${theme}.png`);
  await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
}

test('pictures of the start page and of the editor', async ({ browser }) => {
  await mkdir(FOLDER, { recursive: true });
  const email = `ana.torres@example.com`;
  const ana = await Person.signUp(browser, 'Ana Torres', productUrl());
  const ben = await Person.signUp(browser, 'Ben Okri', productUrl());
  const { page } = ana;
  await ana.createRoom('Product team');
  await ana.addMember(ben);
  for (const title of ['Questions for the survey', 'Weekly notes', 'Launch plan']) {
    await ana.createDocument(title);
    if (title === 'Launch plan') break;
    await page.getByRole('link', { name: 'Back' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Product team' })).toBeVisible();
  }
  await ana.editor.focus();
  for (const line of [
    '# The new office opens on Monday',
    'Everyone is invited, and nobody has to bring anything.',
    '## Before the day',
    '- Order the plants',
    'Print the signs',
  ]) {
    await page.keyboard.type(line);
    await page.keyboard.press('Enter');
  }
  await expect(ana.status).toHaveText('Saved');
  await ben.openDocument(page.url().split('/').at(-1) ?? '');
  await ben.editor.press('Control+End');
  await ben.editor.pressSequentially('Ask the neighbours over');
  await expect(ana.editor).toContainText('neighbours over');
  await picture(page, 'editor', 1280, 'light');
  await picture(page, 'editor', 1280, 'dark');
  await picture(page, 'editor', 390, 'light');

  await page.setViewportSize({ width: 1280, height: 720 });
  await page.getByRole('link', { name: 'Back' }).click();
  await page.getByRole('button', { name: 'Add to favourites' }).nth(1).click();
  await expect(page.getByRole('img', { name: 'Here now: Ben Okri' })).toBeVisible();
  // The accounts of tests have long addresses.
  await page.locator('aside small').evaluate((small, text) => {
    small.textContent = text;
  }, email);
  await picture(page, 'start-page', 1280, 'light');
  await picture(page, 'start-page', 390, 'light');
  await picture(page, 'start-page', 390, 'dark');
});
