import { expect, test, type Locator } from '@playwright/test';
import { violations } from './axe';
import { Person, everybodyGoes } from './person';

test.afterEach(async ({ browser }) => {
  await everybodyGoes(browser);
});

async function panel(person: Person): Promise<Locator> {
  const found = person.page.getByRole('complementary', { name: 'History' });
  if (!(await found.isVisible())) {
    await person.page.getByRole('button', { name: 'History', exact: true }).click();
  }
  return found;
}

async function type(person: Person, text: string): Promise<void> {
  await person.editor.focus();
  await person.page.keyboard.press('Control+End');
  await person.page.keyboard.type(text);
  await expect(person.page.getByRole('status').first()).toHaveText('Saved');
}

test('two_people_look_back_take_back_and_name', async ({ browser }) => {
  const ana = await Person.signUp(browser, 'Ana');
  const ben = await Person.signUp(browser, 'Ben');
  await ana.createRoom('Room');
  await ana.addMember(ben);
  const id = await ana.createDocument('Plan');
  await ben.openDocument(id);
  await type(ana, 'Ana wrote this. ');
  await expect(ben.editor).toHaveText(/Ana wrote this/);
  await type(ben, 'Ben wrote that.');
  await expect(ana.editor).toHaveText(/Ben wrote that/);

  const history = await panel(ana);
  const session = history.getByRole('button', { name: /Ana and Ben/ });
  await expect(history.getByRole('heading', { name: 'Today' })).toBeVisible();
  await expect(session).toContainText('+31');
  await session.click();
  const preview = ana.page.getByRole('toolbar', { name: 'Earlier version' });
  await expect(preview).toBeVisible();
  await expect(ana.page.locator('mark[data-kind=added]').first()).toHaveText(/Ana wrote/);
  await preview.getByRole('button', { name: 'Next difference' }).click();
  await expect(preview.getByText('1 of 1')).toBeVisible();

  await history.getByLabel('Name of this version').fill('First draft');
  await history.getByRole('button', { name: 'Save' }).click();
  await expect(history.getByText('First draft')).toBeVisible();
  await history.getByRole('button', { name: 'Star First draft' }).click();
  await expect(history.getByRole('button', { name: 'Star First draft' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );

  await history.getByRole('button', { name: 'Undo what Ana did here' }).click();
  await expect(history.getByText('Undone.')).toBeVisible();
  await expect(ben.editor).toHaveText('Ben wrote that.');

  await preview.getByRole('button', { name: 'Restore this version' }).click();
  await expect(ana.editor).toHaveText('Ana wrote this. Ben wrote that.');
  await expect(ben.editor).toHaveText('Ana wrote this. Ben wrote that.');
  await ana.editor.focus();
  await ana.page.keyboard.press('Control+z');
  await expect(ben.editor).toHaveText('Ben wrote that.');
  expect([...ana.pageErrors, ...ben.pageErrors]).toEqual([]);
});

test('playback_goes_through_every_edit_and_authors_have_their_colours', async ({ browser }) => {
  const ana = await Person.signUp(browser, 'Ana');
  await ana.createRoom('Room');
  await ana.createDocument('Plan');
  await type(ana, 'one two three');
  const history = await panel(ana);
  await history.getByRole('button', { name: 'Playback' }).click();
  const bar = ana.page.getByRole('toolbar', { name: 'Playback' });
  const shown = ana.page.locator('.document:visible .ql-editor');
  await expect(bar.getByText('The empty document')).toBeVisible();
  await bar.getByLabel('Speed').selectOption('64×');
  await bar.getByRole('button', { name: 'Play' }).click();
  await expect(shown).toHaveText('one two three');
  await expect(bar.getByRole('button', { name: 'Play' })).toBeVisible();
  await bar.getByRole('slider', { name: 'Position' }).fill('0');
  await expect(shown).toHaveText('');
  await bar.getByRole('button', { name: 'Next edit' }).click();
  await expect(shown).toHaveText(/^o/);
  await bar.getByRole('button', { name: 'Back to the document' }).click();
  await expect(ana.editor).toHaveText('one two three');

  await history.getByRole('button', { name: 'Who wrote this' }).click();
  await expect
    .poll(() => ana.page.evaluate(() => [...CSS.highlights.values()].map(({ size }) => size)))
    .toEqual([1]);
  await ana.editor.getByText('one two three').hover({ position: { x: 20, y: 8 } });
  await expect(ana.page.locator('.author-tip')).toContainText('Ana,');
});

test('what_must_not_stay_is_taken_out_for_everybody', async ({ browser }) => {
  const ana = await Person.signUp(browser, 'Ana');
  const ben = await Person.signUp(browser, 'Ben');
  await ana.createRoom('Room');
  await ana.addMember(ben);
  const id = await ana.createDocument('Plan');
  await ben.openDocument(id);
  await type(ana, 'The code is swordfish');
  await expect(ben.editor).toHaveText('The code is swordfish');

  const history = await panel(ana);
  await history.getByRole('button', { name: /Ana/ }).first().click();
  const shown = ana.page.locator('.document:visible .ql-editor');
  await expect(shown).toHaveText(/swordfish/);
  await shown.getByText('swordfish').dblclick({ position: { x: 100, y: 10 } });
  await ana.page.getByRole('button', { name: 'Redact selection' }).click();
  const dialog = ana.page.getByRole('dialog');
  await expect(dialog.getByRole('blockquote')).toHaveText('swordfish');
  await dialog.getByLabel('Why?').fill('A password');
  await dialog.getByRole('button', { name: 'Take it out' }).click();
  await expect(dialog).toBeHidden();
  await expect(ana.editor).toHaveText('The code is █████████');
  await expect(ben.editor).toHaveText('The code is █████████');
  await type(ben, '!');
  await expect(ana.editor).toHaveText('The code is █████████!');
});

test('names_are_filtered_and_axe_finds_nothing_on_any_screen', async ({ browser }) => {
  const ana = await Person.signUp(browser, 'Ana');
  await ana.createRoom('Room');
  await ana.createDocument('Plan');
  const { page } = ana;
  await type(ana, 'one two');
  const history = await panel(ana);
  await history.getByRole('button', { name: /Ana/ }).first().click();
  await history.getByLabel('Name of this version').fill('Before');
  await history.getByRole('button', { name: 'Save' }).click();
  await expect(history.getByText('Before')).toBeVisible();
  await history.getByLabel('Named only').check();
  await expect(history.getByText('Before')).toBeVisible();
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [1280, 375]) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
      found.push(
        ...(await violations(page)).map((each) => `${colorScheme} ${String(width)}: ${each}`),
      );
    }
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  await history.getByRole('button', { name: 'Playback' }).click();
  await expect(page.getByRole('toolbar', { name: 'Playback' })).toBeVisible();
  found.push(...(await violations(page)).map((each) => `playback: ${each}`));
  expect(found).toEqual([]);

  expect(ana.pageErrors).toEqual([]);
});
