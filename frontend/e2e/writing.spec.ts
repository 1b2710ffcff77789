import { expect, test } from '@playwright/test';
import { Person, everybodyGoes } from './person';

test.afterEach(async ({ browser }) => {
  await everybodyGoes(browser);
});

test('formats by toolbar, "/" and Markdown look the same after a reload and to others', async ({
  browser,
}) => {
  const ana = await Person.signUp(browser, 'Ana');
  const ben = await Person.signUp(browser, 'Ben');
  await ana.createRoom('Formats');
  await ana.addMember(ben);
  const id = await ana.createDocument('All formats');
  const { page } = ana;
  const { keyboard } = page;
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  await ana.editor.click();

  // Markdown
  await keyboard.type('# Plan\nSee **bold** and *slanted* ~~old~~ `code` \n- One\n');
  await keyboard.press('Tab');
  await keyboard.type('Nested\n');
  await keyboard.press('Shift+Tab');
  await keyboard.type('\n[] Task\n\n> Said\n\n---```let a = 1;\n\n\n');
  await page.getByRole('checkbox').click();
  await expect(page.getByRole('checkbox')).toBeChecked();

  // "/"
  await keyboard.type('/head');
  await expect(page.getByRole('listbox', { name: 'Insert' })).toBeVisible();
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await keyboard.type('Second\n');

  // Toolbar
  await press('Underline');
  await keyboard.type('under');
  await press('Underline');
  await press('Text colour');
  await press('Text colour: red');
  await keyboard.type('red');
  await press('Clear formatting');
  await press('Text colour');
  await press('Text colour: none');
  await press('Highlight');
  await press('Highlight: yellow');
  await keyboard.type('marked');
  await press('Alignment');
  await press('Centre');
  await expect(ana.status).toHaveText('Saved');

  expect(await ana.committed(id)).toEqual([
    { insert: 'Plan' },
    { insert: '\n', attributes: { header: 1 } },
    { insert: 'See ' },
    { insert: 'bold', attributes: { bold: true } },
    { insert: ' and ' },
    { insert: 'slanted', attributes: { italic: true } },
    { insert: ' ' },
    { insert: 'old', attributes: { strike: true } },
    { insert: ' ' },
    { insert: 'code', attributes: { code: true } },
    { insert: ' \nOne' },
    { insert: '\n', attributes: { list: 'bullet' } },
    { insert: 'Nested' },
    { insert: '\n', attributes: { list: 'bullet', indent: 1 } },
    { insert: 'Task' },
    { insert: '\n', attributes: { list: 'checked' } },
    { insert: 'Said' },
    { insert: '\n', attributes: { blockquote: true } },
    { insert: { divider: true } },
    { insert: 'let a = 1;' },
    { insert: '\n', attributes: { 'code-block': true } },
    { insert: 'Second' },
    { insert: '\n', attributes: { header: 2 } },
    { insert: 'under', attributes: { underline: true } },
    { insert: 'red', attributes: { color: '#b42318' } },
    { insert: 'marked', attributes: { background: '#fbf0a2' } },
    { insert: '\n', attributes: { align: 'center' } },
  ]);

  const shown = await ana.html();
  await page.reload();
  await ana.ready();
  expect(await ana.html()).toBe(shown);
  await ben.openDocument(id);
  expect(await ben.html()).toBe(shown);
  await page.getByRole('button', { name: 'Plan' }).click();
  await expect(page.getByRole('button', { name: 'Plan' })).toHaveAttribute('aria-current', 'true');
  expect([...ana.pageErrors, ...ben.pageErrors]).toEqual([]);
});

test('links have a card, keys have a sheet, and one undo brings typed signs back', async ({
  browser,
}) => {
  const ana = await Person.signUp(browser, 'Ana');
  await ana.createRoom('Links');
  const id = await ana.createDocument('Links');
  const { page } = ana;
  const { keyboard } = page;
  await ana.editor.click();
  await keyboard.type('# ');
  await keyboard.press('Control+Z');
  await expect(ana.editor).toHaveText('#');
  await keyboard.press('Control+A');
  await keyboard.type('site');
  await keyboard.press('Control+A');
  await keyboard.press('Control+K');
  const address = page.getByLabel('Address');
  await address.fill('javascript:alert(1)');
  await keyboard.press('Enter');
  await expect(page.getByRole('alert')).toBeVisible();
  await address.fill('example.com');
  await keyboard.press('Enter');
  await keyboard.press('ArrowRight');
  const card = page.getByRole('group', { name: 'Link' });
  await expect(card.getByRole('link')).toHaveAttribute('href', 'https://example.com');
  await card.getByRole('button', { name: 'Remove' }).click();
  await expect(ana.editor.getByRole('link')).toHaveCount(0);

  await keyboard.type(' :rocket');
  await expect(page.getByRole('listbox', { name: 'Emoji' })).toBeVisible();
  await keyboard.press('Enter');
  await keyboard.press('Control+/');
  await expect(page.getByRole('heading', { name: 'Keyboard shortcuts' })).toBeVisible();
  await keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(ana.status).toHaveText('Saved');
  expect(await ana.committed(id)).toEqual([{ insert: 'site 🚀\n' }]);
  expect(ana.pageErrors).toEqual([]);
});

test('code is coloured over the text, which stays as it was typed', async ({ browser }) => {
  const ana = await Person.signUp(browser, 'Ana');
  await ana.createRoom('Code');
  const id = await ana.createDocument('Code');
  const { page } = ana;
  await ana.editor.click();
  await page.keyboard.type('```const answer = "42"; // sure');
  await page.getByLabel('Language of the code').selectOption('javascript');
  const coloured = (kind: string) =>
    page.evaluate((name) => {
      const ranges = [...(CSS.highlights.get(name) ?? [])];
      return ranges.map((range) => (range as Range).toString());
    }, `code-${kind}`);
  await expect.poll(() => coloured('keyword')).toEqual(['const']);
  expect(await coloured('string')).toEqual(['"42"']);
  expect(await coloured('comment')).toEqual(['// sure']);
  await expect(ana.editor.locator('.ql-code-block *')).toHaveCount(0);
  await page.keyboard.type('!');
  await expect.poll(() => coloured('comment')).toEqual(['// sure!']);
  await expect(ana.status).toHaveText('Saved');
  expect(await ana.committed(id)).toEqual([
    { insert: 'const answer = "42"; // sure!' },
    { insert: '\n', attributes: { 'code-block': 'javascript' } },
  ]);
  expect(ana.pageErrors).toEqual([]);
});

test('the palette finds commands by their words and runs them, the picker puts emoji in', async ({
  browser,
}) => {
  const ana = await Person.signUp(browser, 'Ana');
  await ana.createRoom('Palette');
  const id = await ana.createDocument('Palette');
  const { page } = ana;
  const dialog = page.getByRole('dialog');
  await ana.editor.click();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('checklist');
  await dialog.getByRole('option', { name: 'Task list' }).click();
  await expect(dialog).toHaveCount(0);
  await page.keyboard.type('Fly ');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('smiley');
  await expect(dialog.getByRole('option').first()).toContainText('Emoji');
  await page.keyboard.press('Enter');
  await dialog.getByLabel('Emoji').first().fill('rocket');
  await dialog.getByRole('button', { name: 'rocket' }).click();
  await page.keyboard.type('!');
  await expect(ana.status).toHaveText('Saved');
  expect(await ana.committed(id)).toEqual([
    { insert: 'Fly 🚀!' },
    { insert: '\n', attributes: { list: 'unchecked' } },
  ]);
  expect(ana.pageErrors).toEqual([]);
});
