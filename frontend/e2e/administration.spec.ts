import { readFile } from 'node:fs/promises';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { violations } from './axe';
import { Person } from './person';
import { Product } from './product';

// Each test goes on where the one before has ended.
test.describe.configure({ mode: 'serial' });

const PARTS = ['People', 'Rooms', 'Sessions', 'Audit log', 'Settings', 'Storage', 'Holds'] as const;

/** Nobody sees it, whoever administers. */
const SECRET = 'token-of-the-metrics';

let product: Product;
let admin: Person;
let ben: Person;
let cleo: Person;
let document: string;

/** Olga becomes the first administrator; Ben writes in a room of his own, which Cleo inherits. */
test.beforeAll(async ({ browser }) => {
  test.setTimeout(120_000);
  process.env['COLLAB_METRICS_TOKEN'] = SECRET;
  product = await Product.start();
  delete process.env['COLLAB_METRICS_TOKEN'];
  admin = await Person.signUp(browser, 'Olga', product.url);
  ben = await Person.signUp(browser, 'Ben', product.url);
  cleo = await Person.signUp(browser, 'Cleo', product.url);
  await ben.createRoom('Budget');
  document = await ben.createDocument('Plan');
  await ben.editor.pressSequentially('Figures');
  await expect(ben.status).toHaveText('Saved');
});

test.afterAll(async () => {
  await product.close();
});

async function openPart(page: Page, name: (typeof PARTS)[number]): Promise<Locator> {
  await page
    .getByRole('navigation', { name: 'Parts of the administration' })
    .getByRole('link', { name, exact: true })
    .click();
  const part = page.getByRole('region', { name });
  await expect(part).toBeVisible();
  return part;
}

/** The row of somebody among the people. */
async function rowOf(person: Person): Promise<Locator> {
  const part = await openPart(admin.page, 'People');
  await part.getByLabel('Search').fill(person.email);
  const row = part.getByRole('listitem').filter({ hasText: person.email });
  await expect(row).toHaveCount(1);
  return row;
}

test('the first administrator comes in by the code of the log', async () => {
  const { page } = admin;
  await page.getByRole('button', { name: 'Account and settings' }).click();
  await expect(page.getByRole('button', { name: 'Administration' })).toBeHidden();
  await page.goto(admin.url('admin'));

  await page.getByLabel('Code').fill('WRONG-CODE');
  await page.getByRole('button', { name: 'Administer this installation' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await page.getByLabel('Code').fill(await product.administratorCode());
  await page.getByRole('button', { name: 'Administer this installation' }).click();

  await expect(page.getByRole('region', { name: 'People' })).toBeVisible();
  await page.goto(admin.url());
  await page.getByRole('button', { name: 'Account and settings' }).click();
  await page.getByRole('button', { name: 'Administration' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Administration' })).toBeVisible();
});

test('suspending somebody closes their editor, and their text can be copied', async () => {
  const row = await rowOf(ben);
  await row.getByRole('button', { name: 'Suspend' }).click();

  await expect(row.getByText('Suspended', { exact: true })).toBeVisible();
  await expect(ben.editor).not.toBeEditable({ timeout: 3_500 });
  await row.getByRole('button', { name: 'Lift suspension' }).click();
  await expect(row.getByText('Suspended', { exact: true })).toBeHidden();
});

test('a new password is shown once and works', async ({ browser }) => {
  const row = await rowOf(ben);
  await row.getByRole('button', { name: 'Reset password' }).click();
  const password = await row.locator('output code').textContent();

  const page = await (await browser.newContext()).newPage();
  await page.goto(product.url);
  await page.getByLabel('Email').fill(ben.email);
  await page.locator('input[type=password]').fill(password ?? '');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page).not.toHaveURL(/sign-in/);

  await row.getByRole('button', { name: 'Sessions' }).click();
  const sessions = row.getByRole('list', { name: 'Sessions' });
  await sessions.getByRole('button', { name: 'End' }).first().click();
  await expect(row.getByText('No open session.')).toBeVisible();
  await page.reload();
  await expect(page).toHaveURL(/sign-in/);
  await page.context().close();
});

test('whoever is signed in is listed, and a session is ended', async ({ browser }) => {
  const dora = await Person.signUp(browser, 'Dora', product.url);
  const sessions = await openPart(admin.page, 'Sessions');
  await sessions.getByLabel('Search').fill(dora.email);

  await sessions.getByRole('button', { name: 'End this session of Dora' }).click();

  await expect(sessions.getByText('Nothing was found.')).toBeVisible();
  await dora.page.reload();
  await expect(dora.page).toHaveURL(/sign-in/);
  await dora.page.context().close();
});

test('a room can be deleted and brought back, and a document be held', async () => {
  const { page } = admin;
  const holds = await openPart(page, 'Holds');
  await holds.getByLabel('Id').fill(document);
  await holds.getByLabel('Reason').fill('Case 7');
  await holds.getByRole('button', { name: 'Place a hold' }).click();
  const held = holds.getByRole('listitem').filter({ hasText: 'Plan' });
  await expect(held).toContainText('Case 7');
  await held.getByRole('button', { name: 'Release' }).click();
  await expect(held).toBeHidden();

  const rooms = await openPart(page, 'Rooms');
  const row = rooms.getByRole('listitem').filter({ hasText: 'Budget' });
  await expect(row).toContainText('1 document, 1 member, 7 characters');
  await row.getByRole('button', { name: 'Delete' }).click();
  await row.getByRole('button', { name: 'Restore' }).click();
  await expect(row.getByRole('button', { name: 'Delete' })).toBeVisible();
});

test('erased people are former members, and what they wrote stays', async () => {
  const row = await rowOf(ben);
  await row.getByRole('button', { name: 'Erase' }).click();
  const dialog = admin.page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Erase' }).click();
  await expect(dialog.getByRole('alert')).toBeVisible();
  await dialog.getByLabel('Rooms that nobody else owns go to').fill(cleo.email);
  await dialog.getByRole('button', { name: 'Erase' }).click();
  await expect(dialog).toBeHidden();

  await cleo.openDocument(document);
  await expect(cleo.editor).toHaveText('Figures');
  await cleo.page.getByRole('button', { name: 'History' }).click();
  await expect(cleo.page.getByRole('button', { name: /Former member/ })).toBeVisible();
});

test('the log tells all that, can be downloaded and is whole', async () => {
  const part = await openPart(admin.page, 'Audit log');
  await part.getByLabel('Action').fill('user-erased');
  await expect(part.getByRole('list').getByRole('listitem')).toHaveCount(1);

  await part.getByRole('button', { name: 'Check the chain' }).click();
  await expect(part.getByText('The chain is whole')).toBeVisible();
  const downloaded = admin.page.waitForEvent('download');
  await part.getByRole('button', { name: 'Download as JSON lines' }).click();
  const lines = (await readFile(await (await downloaded).path(), 'utf8')).trim().split('\n');
  expect(lines.map((line) => (JSON.parse(line) as { action: string }).action)).toEqual([
    'user-erased',
  ]);
});

test('settings hide what is secret, storage has its figures', async () => {
  const settings = await openPart(admin.page, 'Settings');
  const all = settings.getByRole('list', { name: 'All settings in force' });
  const token = all.getByRole('listitem').filter({ hasText: 'collab.metrics.token' });
  await expect(token).toContainText('••••••');
  await expect(settings).not.toContainText(SECRET);
  const storage = await openPart(admin.page, 'Storage');
  await expect(storage.getByText('Search index')).toBeVisible();
  await expect(storage.getByRole('list', { name: 'Largest documents' })).toContainText(document);
});

test('every part can be seen in both themes and at 360 px', async () => {
  const { page } = admin;
  for (const name of PARTS) {
    await page.setViewportSize({ width: 1280, height: 800 });
    const part = await openPart(page, name);
    await expect(part.getByLabel('Loading')).toHaveCount(0);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
      expect(await violations(page), `${name} ${colorScheme}`).toEqual([]);
      await page.screenshot({ path: test.info().outputPath(`${name} ${colorScheme}.png`) });
    }
    await page.setViewportSize({ width: 360, height: 740 });
    await page.screenshot({ path: test.info().outputPath(`${name} phone.png`) });
    expect(
      await page.evaluate(
        () =>
          window.document.documentElement.scrollWidth - window.document.documentElement.clientWidth,
      ),
      name,
    ).toBe(0);
  }
});
