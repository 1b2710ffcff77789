import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { Bot, botAccount, post } from './bot';
import { Person, productUrl } from './person';

export interface Sight {
  readonly name: string;
  readonly page: Page;
}

/** Goes through every page of the product, with what opens on them, as a new user would see them. */
export async function* tour(
  browser: Browser,
  options: BrowserContextOptions = {},
): AsyncGenerator<Sight> {
  const visitor = await browser.newContext(options);
  const page = await visitor.newPage();
  await page.goto(productUrl('sign-in'));
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
  yield { name: 'sign in', page };
  await page.goto(productUrl('sign-up'));
  await expect(page.getByRole('button', { name: 'Create account' })).toBeVisible();
  yield { name: 'sign up', page };
  await visitor.close();

  const ana = await Person.signUp(browser, 'Ana', productUrl(), options);
  yield* startPage(ana);
  yield* editor(ana);
  yield* writing(ana);
  yield* errors(ana);
  expect(ana.pageErrors).toEqual([]);
}

async function* startPage(ana: Person): AsyncGenerator<Sight> {
  const { page } = ana;
  yield { name: 'start page, empty', page };
  await ana.showRooms();
  await page.getByRole('button', { name: 'Account and settings' }).click();
  yield { name: 'settings', page };
  await page.keyboard.press('Escape');
  await page.reload();
  await ana.createRoom('Atlas');
  yield { name: 'room, empty', page };
  await page.getByRole('button', { name: 'Members' }).click();
  await expect(page.getByRole('dialog').getByLabel('Add people, groups')).toBeVisible();
  yield { name: 'members', page };
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
}

async function* editor(ana: Person): AsyncGenerator<Sight> {
  const { page } = ana;
  const base = productUrl();
  const roomId = page.url().split('/').at(-1) ?? '';
  const id = await ana.createDocument('A plan with a rather long title that has to fit somewhere');
  yield { name: 'editor, empty', page };
  await page.getByRole('button', { name: 'Share' }).click();
  const share = page.getByRole('dialog');
  await share.getByLabel('Who may open the link').selectOption('anyone');
  await expect(share.getByLabel('Address of the link')).toBeVisible();
  yield { name: 'share dialog', page };
  await page.keyboard.press('Escape');
  await expect(share).toBeHidden();
  const owner = await ana.token();
  const names = ['Ben', 'Cleo Maria', 'Dan', 'Eve', 'Finn', 'Gus', 'Hanna', 'Ivo'];
  const bots = await Promise.all(
    names.map(async (name) => {
      const account = await botAccount(base, name);
      const member = `api/rooms/${roomId}/members/${account.userId}`;
      await post(base, member, { role: 'editor' }, owner, 'PUT');
      return Bot.join(base, account, id);
    }),
  );
  await bots[0]?.edit(SAMPLE);
  await expect.poll(() => bots.every(({ length }) => length > 100)).toBe(true);
  bots.forEach((bot, number) => {
    bot.moveCaret(number * 23 + 5, number === 2 ? 12 : 0, number > 5 ? 'idle' : 'active');
  });
  await expect(page.locator('[data-remote-caret]')).toHaveCount(names.length);
  await expect(ana.editor.getByText('Choose the rooms')).toBeVisible();
  yield { name: 'editor, nine people', page };
  const more = page.getByRole('button', { name: / more: / });
  await more.click();
  yield { name: 'all people', page };
  await page.keyboard.press('Escape');
  await page.getByRole('list', { name: 'In this document' }).getByRole('button').first().click();
  await expect(page.getByText(/^Following/)).toBeVisible();
  yield { name: 'following', page };
  await page.keyboard.press('Escape');
  bots.forEach((bot) => {
    bot.leave();
  });
}

/** What opens over the text while somebody writes. */
async function* writing(ana: Person): AsyncGenerator<Sight> {
  const { page } = ana;
  const { keyboard } = page;
  await ana.editor.click();
  await keyboard.press('Control+End');
  await keyboard.press('Enter');
  await keyboard.type('/');
  await expect(page.getByRole('listbox', { name: 'Insert' })).toBeVisible();
  yield { name: 'insert menu', page };
  await keyboard.type('table');
  await keyboard.press('Enter');
  const row = page.getByRole('button', { name: 'Row', exact: true });
  await expect(row).toBeVisible();
  yield { name: 'table', page };
  await row.click();
  await expect(page.getByRole('menuitem', { name: 'Insert above' })).toBeVisible();
  yield { name: 'menu of a row', page };
  await keyboard.press('Escape');
  await ana.editor.click({ position: { x: 40, y: 80 } });
  await keyboard.press('Control+F');
  await expect(page.getByRole('search', { name: 'Find and replace' })).toBeVisible();
  yield { name: 'find and replace', page };
  await keyboard.press('Escape');
  await keyboard.press('Control+/');
  await expect(page.getByRole('heading', { name: 'Keyboard shortcuts' })).toBeVisible();
  yield { name: 'shortcuts', page };
  await keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await keyboard.press('ArrowRight');
  await keyboard.press('Control+K');
  await expect(page.getByRole('dialog')).toBeVisible();
  yield { name: 'palette', page };
  await keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

async function* errors(ana: Person): AsyncGenerator<Sight> {
  const { page } = ana;
  await page.goto(ana.url('documents/00000000-0000-4000-8000-000000000000'));
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  yield { name: 'missing document', page };
  await page.goto(ana.url('nowhere'));
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  yield { name: 'missing page', page };
}

const SAMPLE = [
  { insert: 'Moving to the new office' },
  { insert: '\n', attributes: { header: 1 } },
  { insert: 'We open on Monday. ' },
  { insert: 'Everyone', attributes: { bold: true } },
  { insert: ' is invited, and there is ' },
  { insert: 'a page', attributes: { link: 'https://example.com/' } },
  { insert: ' with the details.\nChoose the rooms' },
  { insert: '\n', attributes: { list: 'bullet' } },
  { insert: 'Order the desks' },
  { insert: '\n', attributes: { list: 'bullet' } },
  { insert: 'What is moved twice is moved once too often.' },
  { insert: '\n', attributes: { blockquote: true } },
];
