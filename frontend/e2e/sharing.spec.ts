import { randomUUID } from 'node:crypto';
import { expect, test, type Browser, type Locator, type Page } from '@playwright/test';
import { violations } from './axe';
import { Line } from './line';
import { Person, everybodyGoes, productUrl } from './person';

/** Rights hold within this time in every browser. */
const AT_ONCE_MS = 2_000;
/** What the page itself may need on a busy machine. */
const PAINT_MS = 1_500;

test.afterEach(async ({ browser }) => {
  await everybodyGoes(browser);
});

async function shareDialog(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Share' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('list', { name: 'Who has access' })).toBeVisible();
  return dialog;
}

async function closeDialog(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
}

/** Opens the link, or changes it, and gives its address. */
async function setLink(page: Page, scope: string, role: string): Promise<string> {
  const dialog = await shareDialog(page);
  await dialog.getByLabel('Who may open the link').selectOption(scope);
  const address = dialog.getByLabel('Address of the link');
  await expect(address).toBeVisible();
  const choice = dialog.getByLabel('Role by the link');
  if ((await choice.inputValue()) !== role) {
    const answered = page.waitForResponse((answer) => answer.request().method() === 'PUT');
    await choice.selectOption(role);
    expect((await answered).ok()).toBe(true);
  }
  const link = await address.inputValue();
  await closeDialog(page);
  return link;
}

/** Somebody without an account, in a browser of their own. */
async function joinAsGuest(browser: Browser, link: string, name: string): Promise<Page> {
  const context = await browser.newContext();
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await context.newPage();
  page.on('dialog', (dialog) => void dialog.accept());
  await page.goto(link);
  await page.getByLabel('Your name').fill(name);
  await page.getByRole('button', { name: 'Continue as a guest' }).click();
  await expect(editorOf(page)).toBeVisible();
  await expect(page.getByRole('status')).toHaveText('Saved');
  return page;
}

function editorOf(page: Page): Locator {
  return page.getByRole('textbox', { name: 'Text of the document' });
}

test('a guest joins by the link and types; closing it ends that at once, and the text can be copied', async ({
  browser,
}) => {
  const ana = await Person.signUp(browser, 'Ana');
  await ana.createRoom('Workshop');
  await ana.createDocument('Notes');
  const link = await setLink(ana.page, 'anyone', 'editor');
  const line = await Line.to(productUrl());
  const guest = await joinAsGuest(browser, link, 'Gil');
  const far = await joinAsGuest(browser, line.url + new URL(link).pathname.slice(1), 'Hal');

  await editorOf(guest).pressSequentially('Hello from Gil.');
  await expect(ana.editor).toContainText('Hello from Gil.');
  await expect(ana.page.getByRole('button', { name: /Gil/ }).first()).toBeVisible();
  await expect(editorOf(far)).toContainText('Hello from Gil.');
  line.cut();
  await editorOf(far).press('Control+End');
  await editorOf(far).pressSequentially(' Never sent.');

  const dialog = await shareDialog(ana.page);
  const answered = ana.page.waitForResponse((answer) => answer.request().method() === 'PUT');
  await dialog.getByLabel('Who may open the link').selectOption('off');
  expect((await answered).ok()).toBe(true);
  const lost = guest.getByText('You no longer have access to this document.');
  await expect(lost).toBeVisible({ timeout: AT_ONCE_MS + PAINT_MS });
  await expect(editorOf(guest)).not.toBeEditable();
  await guest.getByRole('button', { name: 'Copy text' }).click();
  expect(await guest.evaluate(() => navigator.clipboard.readText())).toContain('Hello from Gil.');

  line.mend();
  await expect(far.getByText('You no longer have access to this document.')).toBeVisible({
    timeout: 60_000,
  });
  await far.getByRole('button', { name: 'Copy text' }).click();
  expect(await far.evaluate(() => navigator.clipboard.readText())).toContain('Never sent.');
  await expect(ana.editor).not.toContainText('Never sent.');
  await guest.goto(link);
  await expect(guest.getByRole('heading', { name: 'This link is not open' })).toBeVisible();
  await line.close();
});

test('a demotion holds at once in an open editor', async ({ browser }) => {
  const ana = await Person.signUp(browser, 'Ana');
  const ben = await Person.signUp(browser, 'Ben');
  await ana.createRoom('Workshop');
  await ana.addMember(ben);
  const id = await ana.createDocument('Notes');
  await ben.openDocument(id);
  await ben.editor.pressSequentially('Mine.');
  await expect(ana.editor).toContainText('Mine.');

  const dialog = await shareDialog(ana.page);
  await expect(dialog.getByText('from the room', { exact: true })).toBeVisible();
  await dialog.getByLabel('Role of Ben').selectOption('Viewer');
  await expect(ben.editor).not.toBeEditable({ timeout: AT_ONCE_MS + PAINT_MS });
  await expect(ben.page.getByText('You can read this document, but not change it.')).toBeVisible();
  await expect(dialog.getByText('only here; the room gives Editor')).toBeVisible();

  await dialog.getByRole('button', { name: 'Give Ben the role of the room again' }).click();
  await expect(ben.editor).toBeEditable({ timeout: AT_ONCE_MS + PAINT_MS });
  expect([...ana.pageErrors, ...ben.pageErrors]).toEqual([]);
});

test('a link for the organisation asks for an account, and the document is among the shared ones', async ({
  browser,
}) => {
  const ana = await Person.signUp(browser, 'Ana');
  const ben = await Person.signUp(browser, 'Ben');
  await ana.createRoom('Workshop');
  await ana.createDocument('Rules of the house');
  const link = await setLink(ana.page, 'organisation', 'viewer');

  const stranger = await (await browser.newContext()).newPage();
  await stranger.goto(link);
  await expect(stranger.getByText('This link is for people with an account.')).toBeVisible();
  await expect(stranger.getByRole('button', { name: 'Continue as a guest' })).toBeHidden();
  expect(await violations(stranger)).toEqual([]);
  await stranger.getByRole('button', { name: 'Sign in' }).click();
  await expect(stranger).toHaveURL(/sign-in/);

  await ben.page.goto(link);
  await expect(ben.page.getByText('You can read this document, but not change it.')).toBeVisible();
  await ben.page.getByRole('link', { name: 'Back' }).click();
  await expect(ben.page.getByRole('heading', { level: 1, name: 'Shared with me' })).toBeVisible();
  await expect(ben.page.getByRole('link', { name: /Rules of the house/ })).toBeVisible();
});

test('a link asks for its password', async ({ browser }) => {
  const ana = await Person.signUp(browser, 'Ana');
  await ana.createRoom('Workshop');
  await ana.createDocument('Notes');
  const link = await setLink(ana.page, 'anyone', 'viewer');
  const dialog = await shareDialog(ana.page);
  await dialog.getByLabel('Password', { exact: true }).fill('open sesame');
  await dialog.getByRole('button', { name: 'Set password' }).click();
  await expect(dialog.getByText('A password is set.')).toBeVisible();

  const guest = await (await browser.newContext()).newPage();
  await guest.goto(link);
  await guest.getByLabel('Your name').fill('Gil');
  await guest.getByLabel('Password of the link').fill('sesame');
  await guest.getByRole('button', { name: 'Continue as a guest' }).click();
  await expect(guest.getByRole('alert')).toHaveText('That is not the password of this link.');
  await guest.getByLabel('Password of the link').fill('open sesame');
  await guest.getByRole('button', { name: 'Continue as a guest' }).click();
  await expect(guest.getByText('You can read this document, but not change it.')).toBeVisible();
});

test('an invitation is passed on, and accepted by the account with its address', async ({
  browser,
}) => {
  const ana = await Person.signUp(browser, 'Ana');
  const ben = await Person.signUp(browser, 'Ben');
  await ana.createRoom('Workshop');
  const email = `eve-${randomUUID()}@example.com`;
  await ana.page.getByRole('button', { name: 'Members' }).click();
  const dialog = ana.page.getByRole('dialog');
  await dialog.getByLabel('Add people, groups').fill(email);
  await expect(dialog.getByRole('option', { name: `Invite ${email}` })).toBeVisible();
  await ana.page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  const link = await dialog.getByLabel('Link of the invitation').inputValue();
  await expect(dialog.getByRole('list', { name: 'Invitations' })).toContainText(email);
  expect(await violations(ana.page)).toEqual([]);

  await ben.page.goto(link);
  await expect(
    ben.page.getByRole('heading', { name: 'This invitation is for somebody else' }),
  ).toBeVisible();

  const eve = await (await browser.newContext()).newPage();
  await eve.goto(link);
  await expect(eve).toHaveURL(/sign-in/);
  await eve.getByRole('link', { name: 'Create account' }).click();
  await eve.getByLabel('Your name').fill('Eve');
  await eve.getByLabel('Email').fill(email);
  await eve.locator('input[type=password]').fill('pw-long-enough');
  await eve.getByRole('button', { name: 'Create account' }).click();
  await expect(
    eve.getByRole('heading', { name: 'Ana invites you to the room “Workshop”' }),
  ).toBeVisible();
  expect(await violations(eve)).toEqual([]);
  await eve.getByRole('button', { name: 'Accept' }).click();
  await expect(eve.getByRole('heading', { level: 1, name: 'Workshop' })).toBeVisible();
});

test('ownership is handed over', async ({ browser }) => {
  const ana = await Person.signUp(browser, 'Ana');
  const ben = await Person.signUp(browser, 'Ben');
  await ana.createRoom('Workshop');
  await ana.addMember(ben);
  await ana.page.getByRole('button', { name: 'Members' }).click();
  const dialog = ana.page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Hand over' }).click();
  await dialog.getByRole('button', { name: 'Make Ben the owner' }).click();
  await expect(dialog).toBeHidden();
  await ana.page.getByRole('button', { name: 'Members' }).click();
  const row = dialog.getByRole('listitem').filter({ hasText: 'Ben' });
  await expect(row).toContainText('Owner');
  await expect(dialog.getByLabel('Add people, groups')).toBeHidden();
});

test('the dialog and the pages hold by keyboard, in the dark, in Spanish, and at 360 px', async ({
  browser,
}) => {
  const ana = await Person.signUp(browser, 'Ana');
  const ben = await Person.signUp(browser, 'Ben');
  await ana.createRoom('Workshop');
  await ana.createDocument('Notes');
  const { page } = ana;
  await page.getByRole('button', { name: 'Share' }).focus();
  await page.keyboard.press('Enter');
  const field = page.getByRole('combobox', { name: 'Add people, groups' });
  await expect(field).toBeFocused();
  await page.keyboard.type(ben.email);
  await expect(page.getByRole('option', { name: 'Ben' })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(field).toHaveValue('Ben');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('Role of Ben')).toBeVisible();
  await closeDialog(page);
  await expect(page.getByRole('button', { name: 'Share' })).toBeFocused();

  const link = await setLink(page, 'anyone', 'commenter');
  await shareDialog(page);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
    expect(await violations(page), colorScheme).toEqual([]);
  }
  await page.setViewportSize({ width: 360, height: 740 });
  await expect.poll(() => standsOut(page)).toBe(false);

  const visitor = await (
    await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'es-ES' })
  ).newPage();
  await visitor.goto(link);
  await expect(
    visitor.getByRole('heading', { name: 'Han compartido un documento contigo' }),
  ).toBeVisible();
  for (const colorScheme of ['light', 'dark'] as const) {
    await visitor.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expect(visitor.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
    expect(await violations(visitor), colorScheme).toEqual([]);
  }
  expect(await standsOut(visitor)).toBe(false);
});

function standsOut(page: Page): Promise<boolean> {
  return page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  );
}
