import { expect, test, type Browser, type Page } from '@playwright/test';
import { Bot, botAccount, post } from './bot';
import { Person, everybodyGoes, productUrl } from './person';

const LINE = 'A line of the plan that somebody wrote long ago.\n';

test.afterEach(async ({ browser }) => {
  await everybodyGoes(browser);
});

/** Ana with a document in her browser, and others in it who have no browser. */
async function anaAnd(browser: Browser, names: readonly string[]) {
  const base = productUrl();
  const ana = await Person.signUp(browser, 'Ana');
  await ana.createRoom('Plan');
  const roomId = ana.page.url().split('/').at(-1) ?? '';
  const id = await ana.createDocument('Launch');
  const owner = await ana.token();
  const bots: Bot[] = [];
  for (const name of names) {
    const account = await botAccount(base, name);
    const member = `api/rooms/${roomId}/members/${account.userId}`;
    await post(base, member, { role: 'editor' }, owner, 'PUT');
    bots.push(await Bot.join(base, account, id));
  }
  const [ben] = bots;
  if (ben === undefined) throw new Error('somebody has to be there');
  return { ana, ben, bots, id, base, owner };
}

function caretOf(page: Page, bot: Bot) {
  return page.locator(`[data-remote-caret="${bot.clientId}"]`);
}

/** Where the own caret is: in the window, and in its line. */
function ownCaret(page: Page) {
  return page.evaluate(() => {
    const selection = document.getSelection();
    const range = selection?.getRangeAt(0);
    const box = range?.getBoundingClientRect();
    return {
      top: Math.round(box?.top ?? NaN),
      left: Math.round(box?.left ?? NaN),
      offset: range?.startOffset,
      line: range?.startContainer.textContent,
    };
  });
}

const scrollTop = (page: Page) => page.evaluate(() => document.scrollingElement?.scrollTop);

test('what others type moves neither the own caret nor the window', async ({ browser }) => {
  const { ana, ben } = await anaAnd(browser, ['Ben']);
  await ben.type(0, LINE.repeat(80));
  await expect(ana.editor.locator('p')).toHaveCount(81);
  const line = ana.editor.locator('p').nth(50);
  await line.scrollIntoViewIfNeeded();
  await line.click();
  const before = await ownCaret(ana.page);
  const scrolled = await scrollTop(ana.page);
  expect(scrolled).toBeGreaterThan(0);

  for (let turn = 0; turn < 10; turn += 1) await ben.type(turn, 'x');
  await expect(ana.editor.locator('p').first()).toContainText('xxxxxxxxxx');
  expect(await ownCaret(ana.page)).toEqual(before);
  expect(await scrollTop(ana.page)).toBe(scrolled);

  // New lines above: the caret stays where the eye is.
  await ben.type(0, 'new\nlines\nabove\n');
  await expect(ana.editor.locator('p')).toHaveCount(84);
  const after = await ownCaret(ana.page);
  expect(after).toEqual(before);

  const title = ana.page.getByLabel('Title of the document');
  await title.focus();
  await ben.type(0, 'once more\n');
  await expect(ana.editor.locator('p')).toHaveCount(85);
  await expect(title).toBeFocused();
  expect(ana.pageErrors).toEqual([]);
});

test('carets of others have a name for a while, a selection, and stay inside the page', async ({
  browser,
}) => {
  const { ana, ben } = await anaAnd(browser, ['Benedikta von der Heide']);
  await ben.type(0, 'word '.repeat(30));
  const { page } = ana;
  ben.moveCaret(10);
  const caret = caretOf(page, ben);
  await expect(caret.locator('i')).toBeVisible();
  const flag = caret.locator('b');
  await expect(flag).toHaveText('Benedikta von der Heide');
  await expect(flag).toHaveCSS('opacity', '1');
  await expect(caret.locator('i')).toHaveCSS('width', '2px');
  const shownAt = Date.now();
  await expect(flag).toHaveCSS('opacity', '0', { timeout: 8_000 });
  expect(Date.now() - shownAt).toBeGreaterThan(2_500);

  // At the end of the first row there is no room for the name at the right.
  const sheet = await ana.editor.boundingBox();
  await expect(async () => {
    ben.moveCaret(75);
    const box = await flag.boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(
      (sheet?.x ?? 0) + (sheet?.width ?? 0) + 1,
    );
    await expect(caret).toHaveAttribute('data-flipped', '', { timeout: 500 });
  }).toPass();

  ben.moveCaret(0, 20);
  const selection = page.locator('[aria-hidden] > span:not([data-remote-caret])').last();
  await expect(selection).toHaveCSS('opacity', '0.3');

  // The caret stays at its word while Ana types in front of it.
  ben.moveCaret(25);
  await expect(selection).toBeHidden();
  const box = await caret.locator('i').boundingBox();
  await ana.editor.press('Control+Home');
  await page.keyboard.type('word ');
  await expect
    .poll(async () => (await caret.locator('i').boundingBox())?.x)
    .toBeGreaterThan((box?.x ?? 0) + 10);
  ben.leave();
  await expect(caret).toHaveCount(0);
  expect(ana.pageErrors).toEqual([]);
});

test('avatars say who types and who is idle, and pressing one follows until the user takes over', async ({
  browser,
}) => {
  const { ana, base, ben, id } = await anaAnd(browser, ['Ben']);
  const { page } = ana;
  await ben.type(0, LINE.repeat(120));
  const here = page.getByRole('list', { name: 'In this document' });
  const avatar = here.getByRole('button', { name: 'Ben' });
  await expect(avatar).toHaveAttribute('data-status', 'typing');
  await expect(avatar).toHaveAttribute('data-status', 'active');
  const otherTab = await Bot.join(base, ben.account, id);
  await otherTab.type(0, 'x');
  await expect(avatar).toHaveAttribute('data-status', 'typing');
  await expect(here.getByRole('button')).toHaveCount(1);
  otherTab.leave();
  ben.moveCaret(0, 0, 'idle');
  await expect(avatar).toHaveAttribute('data-status', 'idle');

  ben.moveCaret(LINE.length * 100);
  await expect(avatar).toHaveAttribute('data-status', 'active');
  await avatar.focus();
  await page.keyboard.press('Enter');
  const banner = page.getByText('Following Ben');
  await expect(banner).toBeVisible();
  await expect(avatar).toHaveAttribute('aria-pressed', 'true');
  await expect(caretOf(page, ben).locator('i')).toBeInViewport();
  ben.moveCaret(LINE.length * 5);
  await expect.poll(() => scrollTop(page)).toBeLessThan(400);
  await expect(caretOf(page, ben).locator('i')).toBeInViewport();

  for (const takeOver of [
    () => page.keyboard.press('Escape'),
    () => page.mouse.wheel(0, 60),
    () => ana.editor.click(),
    () => page.keyboard.type('a'),
    () => banner.getByRole('button', { name: 'Stop' }).click(),
  ]) {
    if (!(await banner.isVisible())) await avatar.press('Enter');
    await expect(banner).toBeVisible();
    if (takeOver.toString().includes('type')) await ana.editor.focus();
    await takeOver();
    await expect(banner).toBeHidden();
  }
  expect(ana.pageErrors).toEqual([]);
});

test('a screen reader hears who comes and who edits this paragraph, and a key goes to the next', async ({
  browser,
}) => {
  const { ana, base, ben, id } = await anaAnd(browser, ['Ben']);
  const { page } = ana;
  await ben.type(0, LINE.repeat(3));
  await expect(ana.editor.locator('p')).toHaveCount(4);
  await ana.editor.locator('p').nth(1).click();
  const again = await Bot.join(base, await botAccountIn(ana, base, 'Cleo'), id);
  await ben.type(LINE.length + 3, 'here ');
  const live = page.locator('[aria-live=polite]', { hasText: 'edited' });
  await expect(live).toHaveText(/Cleo joined\. Ben edited this paragraph\./);

  again.moveCaret(LINE.length * 3 + 6);
  await expect(caretOf(page, again).locator('i')).toBeVisible();
  await page.keyboard.press('Control+Alt+n');
  await expect(page.locator('[aria-live=polite]', { hasText: 'You are' })).toHaveText(
    'You are where Cleo is.',
  );
  await page.keyboard.type('!');
  await expect(ana.editor.locator('p').nth(3)).toContainText('!');
  expect(ana.pageErrors).toEqual([]);
});

test('six avatars are shown and the others are counted with their names', async ({ browser }) => {
  const names = Array.from({ length: 9 }, (_, number) => `Guest ${String(number + 1)}`);
  const { ana, bots } = await anaAnd(browser, names);
  const here = ana.page.getByRole('list', { name: 'In this document' });
  await expect(here.getByRole('button')).toHaveCount(6);
  bots[0]?.moveCaret(0, 0, 'idle');
  const more = ana.page.getByRole('button', { name: '3 more: Guest 8, Guest 9, Guest 1' });
  await more.press('Enter');
  const all = ana.page.getByRole('list', { name: 'More people' });
  await expect(all.getByRole('button', { name: 'Guest 9' })).toBeVisible();
  await ana.page.setViewportSize({ width: 390, height: 780 });
  await expect(here.getByRole('button')).toHaveCount(1);
  expect(ana.pageErrors).toEqual([]);
});

async function botAccountIn(owner: Person, base: string, name: string) {
  const account = await botAccount(base, name);
  const token = await owner.token();
  const id = owner.page.url().split('/').at(-1) ?? '';
  const answer = await fetch(new URL(`api/documents/${id}`, base), {
    headers: { Authorization: `Bearer ${token}` },
  });
  const { roomId } = (await answer.json()) as { roomId: string };
  const member = `api/rooms/${roomId}/members/${account.userId}`;
  await post(base, member, { role: 'editor' }, token, 'PUT');
  return account;
}
