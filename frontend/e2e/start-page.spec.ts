import { expect, test, type Locator, type Page } from '@playwright/test';
import { Person, everybodyGoes } from './person';

test.afterEach(async ({ browser }) => {
  await everybodyGoes(browser);
});

const row = (page: Page, title: string): Locator =>
  page.getByRole('list', { name: 'Documents' }).getByRole('listitem').filter({ hasText: title });

/** The row's own tab stop. */
const link = (page: Page, title: string): Locator => row(page, title).getByRole('link');

test('rooms and documents are made, renamed, marked, found, copied, moved and deleted by keyboard', async ({
  browser,
}) => {
  const ana = await Person.signUp(browser, 'Ana');
  const { page } = ana;
  const { keyboard } = page;
  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await keyboard.press(key);
  };

  // A room, and one for moving to.
  for (const name of ['Attic', 'Garden']) {
    await page.getByRole('button', { name: 'New room' }).focus();
    await press('Enter');
    await expect(page.getByLabel('Name of the room')).toBeFocused();
    await keyboard.type(name);
    await press('Enter');
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
    await expect(page.getByRole('dialog')).toBeHidden();
  }

  // A document: one key press, and its title can be written.
  await page.getByRole('button', { name: 'New document' }).focus();
  await press('Enter');
  await ana.ready();
  await expect(page.getByLabel('Title of the document')).toBeFocused();
  await keyboard.type('Harvest plan');
  await press('Enter');
  await ana.editor.focus();
  await keyboard.type('Tomatoes first, then rhubarb.');
  await expect(ana.status).toHaveText('Saved');
  await page.getByRole('link', { name: 'Back' }).focus();
  await press('Enter');
  await expect(row(page, 'Harvest plan')).toContainText('by Ana');

  // F2 renames; the focus comes back to the row.
  await link(page, 'Harvest plan').focus();
  await press('F2');
  await expect(page.getByLabel('New title of Harvest plan')).toBeFocused();
  await keyboard.type('Autumn plan');
  await press('Enter');
  await expect(link(page, 'Autumn plan')).toBeFocused();

  // S marks it as a favourite.
  await press('s');
  await expect(row(page, 'Autumn plan').getByRole('button', { pressed: true })).toBeVisible();

  // The menu duplicates.
  await press('Shift+F10');
  await expect(page.getByRole('menuitem', { name: 'Rename' })).toBeFocused();
  await press('ArrowDown', 'Enter');
  await expect(row(page, 'Copy of Autumn plan')).toBeVisible();

  // Arrows go from row to row.
  await link(page, 'Copy of Autumn plan').focus();
  await press('End');
  await expect(link(page, 'Autumn plan').last()).toBeFocused();
  await press('Home');
  await expect(link(page, 'Copy of Autumn plan')).toBeFocused();

  // The menu moves, to the other room.
  await press('Shift+F10', 'm');
  await expect(page.getByRole('menuitem', { name: 'Move to…' })).toBeFocused();
  await press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Move “Copy of Autumn plan”' });
  await expect(dialog.getByRole('radio', { name: 'Attic' })).toBeFocused();
  await press('Enter');
  await expect(row(page, 'Copy of Autumn plan')).toBeHidden();
  await expect(page.getByRole('status')).toContainText('is in Attic now');

  // Words of the text are found, and Enter opens.
  await press('/');
  await expect(page.getByRole('combobox', { name: 'Search' })).toBeFocused();
  await keyboard.type('tomatoes rhub');
  await expect(page.getByRole('option')).toHaveCount(2, { timeout: 20_000 });
  await expect(page.getByRole('option').first().locator('mark')).toHaveText([
    'Tomatoes',
    'rhubarb',
  ]);
  await expect(page.getByRole('option', { selected: true })).toHaveCount(1);
  await press('ArrowDown', 'Enter');
  await ana.ready();
  await expect(ana.editor).toContainText('Tomatoes first');
  await page.getByRole('link', { name: 'Back' }).click();

  // Delete puts into the trash, undo takes it back, the trash restores.
  await page.getByRole('link', { name: 'Favourites' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Favourites' })).toBeVisible();
  await link(page, 'Autumn plan').focus();
  await press('Delete');
  await expect(row(page, 'Autumn plan')).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).focus();
  await press('Enter');
  await expect(row(page, 'Autumn plan')).toBeVisible();
  await link(page, 'Autumn plan').focus();
  await press('Delete');
  await expect(row(page, 'Autumn plan')).toBeHidden();
  await page.getByRole('link', { name: 'Trash' }).focus();
  await press('Enter');
  await expect(row(page, 'Autumn plan')).toContainText('Deleted');
  await row(page, 'Autumn plan').getByRole('button', { name: 'Restore' }).focus();
  await press('Enter');
  await expect(page.getByRole('heading', { name: 'The trash is empty' })).toBeVisible();
  await page.getByRole('link', { name: 'Recent' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Recent' })).toBeVisible();
  await expect(row(page, 'Autumn plan')).toHaveCount(2);

  // "?" tells the keys.
  await link(page, 'Copy of').focus();
  await press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  expect(ana.pageErrors).toEqual([]);
});

test('lists show who is in a document, and nobody finds what is not theirs', async ({
  browser,
}) => {
  const ana = await Person.signUp(browser, 'Ana');
  const ben = await Person.signUp(browser, 'Ben');
  const eve = await Person.signUp(browser, 'Eve');
  await ana.createRoom('Garden');
  await ana.addMember(ben);
  const id = await ana.createDocument('Secret quince');
  await ana.page.getByRole('link', { name: 'Back' }).click();
  await expect(row(ana.page, 'Secret quince')).toBeVisible();

  await ben.openDocument(id);
  await expect(ana.page.getByRole('img', { name: 'Here now: Ben' })).toBeVisible();
  await ben.page.getByRole('link', { name: 'Back' }).click();
  await expect(ana.page.getByRole('img', { name: 'Here now: Ben' })).toBeHidden({
    timeout: 30_000,
  });

  for (const [person, found] of [
    [ben, 1],
    [eve, 0],
  ] as const) {
    await person.page.keyboard.press('Control+k');
    await person.page.keyboard.type('quince');
    const outcome = found === 0 ? 'Nothing found' : '1 document found';
    await expect(person.page.getByText(outcome)).toBeVisible();
    await expect(person.page.getByRole('option')).toHaveCount(found);
  }
  expect([...ana.pageErrors, ...ben.pageErrors, ...eve.pageErrors]).toEqual([]);
});

test('what fails is taken back and said', async ({ browser }) => {
  const ana = await Person.signUp(browser, 'Ana');
  const { page } = ana;
  await ana.createRoom('Garden');
  await ana.createDocument('Plan');
  await page.getByRole('link', { name: 'Back' }).click();
  await link(page, 'Plan').focus();
  await page.route('**/api/documents/*', (route) =>
    route.request().method() === 'DELETE' ? route.abort() : route.fallback(),
  );
  await page.keyboard.press('Delete');
  await expect(page.getByRole('alert')).toContainText('everything is as before');
  await expect(row(page, 'Plan')).toBeVisible();
});

test('name, colour, language and theme follow the user to another browser', async ({ browser }) => {
  const ana = await Person.signUp(browser, 'Ana');
  const { page } = ana;
  await page.getByRole('button', { name: 'Account and settings' }).click();
  await page.getByRole('button', { name: 'Settings…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Settings' });
  await dialog.getByLabel('Your name').fill('Ana María');
  await dialog.getByRole('button', { name: 'Colour #2563a8' }).click();
  await dialog.getByLabel('Theme').selectOption('dark');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole('button', { name: 'Account and settings' }).click();
  await page.getByRole('radio', { name: 'Español' }).click();
  await expect(page.getByRole('link', { name: 'Recientes' })).toBeVisible();

  const other = await (await browser.newContext()).newPage();
  await other.goto(ana.url('sign-in'));
  await other.getByLabel('Email').fill(ana.email);
  await other.locator('input[type=password]').fill(ana.password);
  await other.getByRole('button', { name: 'Sign in' }).click();
  await expect(other.getByRole('link', { name: 'Recientes' })).toBeVisible();
  await expect(other.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await expect(other.getByText('Ana María')).toBeVisible();
});

test('on a phone the rooms are a drawer and every target is large enough', async ({ browser }) => {
  const ana = await Person.signUp(browser, 'Ana');
  await ana.createRoom('Garden');
  await ana.createDocument('Plan');
  await ana.page.getByRole('link', { name: 'Back' }).click();
  await expect(row(ana.page, 'Plan')).toBeVisible();

  const state = await ana.page.context().storageState();
  const phone = await browser.newContext({
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
    storageState: state,
  });
  const page = await phone.newPage();
  await page.goto(ana.url());
  await expect(row(page, 'Plan')).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  const small = await page.locator('main button:visible').evaluateAll((targets) =>
    targets
      .map((target) => target.getBoundingClientRect())
      .filter(({ width, height }) => width < 44 || height < 44)
      .map(({ width, height }) => `${String(width)}x${String(height)}`),
  );
  expect(small).toEqual([]);
  await page.getByRole('button', { name: 'Show rooms' }).tap();
  await page.getByRole('link', { name: 'Garden', exact: true }).tap();
  await expect(page.getByRole('heading', { level: 1, name: 'Garden' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Trash' })).toBeHidden();
});
