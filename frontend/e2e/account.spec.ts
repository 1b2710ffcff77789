import { readFile } from 'node:fs/promises';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { violations } from './axe';
import { Person, everybodyGoes, productUrl } from './person';

/** 4 × 2 dots, red on the left, blue on the right. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAQAAAACCAIAAADwyuo0AAAAE0lEQVR4nGP4z8AARGDiPwMyBwBnsgf5Q2OaZwAAAABJRU5ErkJggg==',
  'base64',
);

test.afterEach(async ({ browser }) => {
  await everybodyGoes(browser);
});

async function settingsOf(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Account and settings' }).click();
  await page.getByRole('button', { name: 'Settings…' }).click();
  return page.getByRole('dialog');
}

async function signIn(page: Page, person: Person, password = person.password): Promise<void> {
  await page.goto(productUrl('sign-in'));
  await page.getByLabel('Email').fill(person.email);
  await page.locator('input[type=password]').fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

test('a picture of oneself is made small, kept and taken away', async ({ browser }) => {
  const ana = await Person.signUp(browser, 'Ana');
  const dialog = await settingsOf(ana.page);
  await dialog.getByLabel('Your picture').setInputFiles({
    name: 'ana.png',
    mimeType: 'image/png',
    buffer: PICTURE,
  });
  const picture = dialog.getByRole('img', { name: 'Your picture' });
  await expect(picture).toBeVisible();
  expect(
    await picture.evaluate((shown: HTMLImageElement) => shown.naturalWidth / shown.naturalHeight),
  ).toBe(1);

  await dialog
    .getByLabel('Your picture')
    .first()
    .setInputFiles({
      name: 'ana.png',
      mimeType: 'image/png',
      buffer: Buffer.from('no picture'),
    });
  await expect(dialog.getByRole('alert')).toBeVisible();
  await expect(picture).toBeVisible();
  await dialog.getByRole('button', { name: 'Remove' }).click();
  await expect(picture).toBeHidden();
  expect(ana.pageErrors).toEqual([]);
});

test('a new password signs out everywhere else, and sessions can be ended', async ({ browser }) => {
  const ana = await Person.signUp(browser, 'Ana');
  const elsewhere = await (await browser.newContext()).newPage();
  await signIn(elsewhere, ana);
  await expect(elsewhere.getByRole('heading', { level: 1 })).toBeVisible();

  const dialog = await settingsOf(ana.page);
  const password = dialog.getByRole('form', { name: 'Password' });
  await password.getByLabel('Password now').fill('not mine at all');
  await password.getByLabel('New password').fill('another-password');
  await password.getByRole('button', { name: 'Change password' }).click();
  await expect(password.getByText('That is not your password.')).toBeVisible();
  await password.getByLabel('Password now').fill(ana.password);
  await password.getByRole('button', { name: 'Change password' }).click();
  await expect(password.getByRole('status')).toBeVisible();
  await elsewhere.reload();
  await expect(elsewhere).toHaveURL(/sign-in/);

  await signIn(elsewhere, ana, 'another-password');
  await expect(elsewhere.getByRole('heading', { level: 1 })).toBeVisible();
  await ana.page.reload();
  const sessions = (await settingsOf(ana.page)).getByRole('region', {
    name: 'Where you are signed in',
  });
  await expect(sessions.getByRole('listitem')).toHaveCount(2);
  await sessions.getByRole('button', { name: /^Sign out .* from 127/ }).click();
  await expect(sessions.getByRole('listitem')).toHaveCount(1);
  await elsewhere.reload();
  await expect(elsewhere).toHaveURL(/sign-in/);
});

test('everything about oneself can be taken along, and the account be erased', async ({
  browser,
}) => {
  const ana = await Person.signUp(browser, 'Ana');
  const { page } = ana;
  const dialog = await settingsOf(page);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
    expect(await violations(page), colorScheme).toEqual([]);
    await page.screenshot({ path: test.info().outputPath(`settings ${colorScheme}.png`) });
  }
  const data = dialog.getByRole('region', { name: 'Your data' });
  const downloaded = page.waitForEvent('download');
  await data.getByRole('button', { name: 'Download everything about me' }).click();
  expect(await readFile(await (await downloaded).path(), 'utf8')).toContain(ana.email);

  await data.getByRole('button', { name: 'Erase my account…' }).click();
  await data.getByLabel('Your password').fill(ana.password);
  await data.getByRole('button', { name: 'Erase for good' }).click();
  await expect(page).toHaveURL(/sign-in/);
  await signIn(page, ana);
  await expect(page.getByRole('alert')).toBeVisible();
});
