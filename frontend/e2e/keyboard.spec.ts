import { randomUUID } from 'node:crypto';
import { expect, test, type Page } from '@playwright/test';
import { Keys } from './keys';
import { Person, everybodyGoes, productUrl } from './person';

test.afterEach(async ({ browser }) => {
  await everybodyGoes(browser);
});

function editorOf(page: Page) {
  return page.getByRole('textbox', { name: 'Text of the document' });
}

test('signing up, out and in again, and a first document, by keys alone', async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const keys = new Keys(page);
  const email = `keys-${randomUUID()}@example.com`;
  await page.goto(productUrl('sign-up'));
  await keys.to(page.getByLabel('Your name'));
  await keys.type('Ana');
  await keys.to(page.getByLabel('Email'));
  await keys.type(email);
  await keys.to(page.locator('input[type=password]'));
  await keys.type('pw-long-enough');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page).not.toHaveURL(/sign-up/);

  await keys.use(page.getByRole('button', { name: 'Account and settings' }));
  await keys.to(page.getByRole('button', { name: 'Sign out' }));
  await page.keyboard.press('Enter');
  await keys.to(page.getByLabel('Email'));
  await keys.type(email);
  await keys.to(page.locator('input[type=password]'));
  await keys.type('pw-long-enough');
  await page.keyboard.press('Enter');

  await keys.use(page.getByRole('button', { name: 'New room' }).first());
  await expect(page.getByLabel('Name of the room')).toBeFocused();
  await keys.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await keys.use(page.getByRole('button', { name: 'New room' }).first());
  await keys.type('Keys');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Keys' })).toBeVisible();
  await keys.use(page.getByRole('button', { name: 'New document' }).first());
  await expect(page.getByLabel('Title of the document')).toBeFocused();
  await keys.press('Control+a');
  await keys.type('By keys');
  await keys.press('Enter');
  await expect(editorOf(page)).toBeFocused();
  await keys.type('A first line');
  await expect(page.getByRole('status')).toHaveText('Saved');
  await keys.press('Escape');
  await expect(editorOf(page)).not.toBeFocused();
  await keys.to(page.getByRole('link', { name: 'Back' }), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: /By keys/ })).toBeVisible();
});

test('documents are found, renamed, marked, copied, moved, thrown away and brought back by keys', async ({
  browser,
}) => {
  const ana = await Person.signUp(browser, 'Ana');
  await ana.createRoom('Attic');
  await ana.createRoom('Cellar');
  await ana.createDocument('Preserves');
  await ana.page.getByRole('link', { name: 'Back' }).click();
  const { page } = ana;
  const keys = new Keys(page);
  const row = (title: string) => page.getByRole('link', { name: new RegExp(`^${title}`) });
  const menu = page.getByRole('menu');
  const told = page.locator('[role=status]').filter({ hasText: /“/ });

  await keys.to(row('Preserves'));
  await keys.press('F2');
  await keys.press('Control+a');
  await keys.type('Jam');
  await keys.press('Enter');
  await expect(row('Jam')).toBeFocused();
  await keys.press('s');
  await expect(page.getByRole('button', { name: 'Add to favourites' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );

  await keys.press('Shift+F10');
  await expect(menu).toBeVisible();
  await keys.to(menu.getByRole('menuitem', { name: 'Duplicate' }), 'ArrowDown');
  await keys.press('Enter');
  await expect(row('Copy of Jam')).toBeVisible();
  await keys.to(row('Copy of Jam'), 'ArrowUp');
  await keys.press('Shift+F10', 'm');
  await keys.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('radio', { name: 'Attic' })).toBeFocused();
  await keys.use(dialog.getByRole('button', { name: 'Move' }));
  await expect(told).toContainText('is in Attic now');
  await expect(row('Copy of Jam')).toHaveCount(0);
  await expect(row('Jam')).toBeFocused();

  await page.keyboard.press('Delete');
  await expect(told).toContainText('is in the trash');
  await keys.use(page.getByRole('link', { name: 'Trash' }));
  await keys.to(page.getByRole('group', { name: 'Jam' }));
  await page.keyboard.press('Delete');
  await expect(told).toContainText('is back in Cellar');
  await keys.use(page.getByRole('link', { name: 'Favourites' }));
  await keys.to(row('Jam'));

  await keys.press('/');
  await keys.type('jam');
  const hits = page.getByRole('listbox', { name: 'Results' }).getByRole('option');
  await expect(hits).toHaveCount(2);
  await keys.press('ArrowDown', 'ArrowUp');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/documents/);
  await expect(editorOf(page)).toBeEditable();
});

test('settings, members and the sheet of keys of the start page, by keys alone', async ({
  browser,
}) => {
  const ana = await Person.signUp(browser, 'Ana');
  const ben = await Person.signUp(browser, 'Ben');
  await ana.createRoom('Open house');
  const { page } = ana;
  const keys = new Keys(page);
  const dialog = page.getByRole('dialog');

  await keys.use(page.getByRole('button', { name: 'Members' }));
  await keys.to(dialog.getByLabel('Add people, groups'));
  await keys.type(ben.email);
  await expect(page.getByRole('option', { name: 'Ben' })).toBeVisible();
  await keys.press('ArrowDown');
  await keys.press('Enter');
  await keys.press('Enter');
  await expect(dialog.getByText('Ben', { exact: true })).toBeVisible();
  await keys.choose(dialog.getByLabel('Role of Ben'), 'viewer', 'v');
  await keys.press('Escape');
  await expect(dialog).toHaveCount(0);

  await keys.press('?');
  await expect(dialog.getByText('Previous or next document')).toBeVisible();
  await keys.press('Escape');
  await expect(dialog).toHaveCount(0);

  const account = page.getByRole('button', { name: 'Account and settings' });
  await keys.use(account);
  await keys.to(page.getByRole('radio', { name: 'Like the system' }));
  await keys.press('ArrowUp');
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await keys.press('Escape');
  await expect(account).toBeFocused();
  await keys.use(account);
  await keys.use(page.getByRole('button', { name: 'Settings…' }));
  await expect(dialog.getByLabel('Your name')).toBeFocused();
  await keys.choose(dialog.getByRole('combobox').first(), 'es', 'Es');
  await keys.use(dialog.getByRole('button', { name: 'Guardar' }));
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Miembros' })).toBeVisible();
});

/** Ana alone in a document that she has just made, with the caret in its text. */
async function writing(page: Page, ana: Person, room: string): Promise<Keys> {
  await ana.createRoom(room);
  await ana.createDocument('By keys');
  await expect(ana.editor).toBeFocused();
  return new Keys(page);
}

test('the toolbar, its menus and the paragraph style, by keys alone', async ({ browser }) => {
  const ana = await Person.signUp(browser, 'Ana');
  const { page } = ana;
  const keys = await writing(page, ana, 'Toolbar');
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const id = page.url().split('/').at(-1) ?? '';

  await keys.type('bold');
  await keys.press('Shift+Home', 'Escape');
  await expect(page.getByRole('toolbar', { name: 'Formatting' })).toContainText('');
  await expect(button('Undo')).toBeFocused();
  await keys.use(button('Bold'), 'ArrowRight');
  await expect(ana.editor).toBeFocused();
  await keys.press('Shift+F6');
  await keys.press('F6');
  await expect(ana.editor).toBeFocused();
  await keys.press('End', 'Enter');
  await keys.type('red');
  await keys.press('Shift+Home', 'Escape');
  await keys.use(button('Text colour'), 'ArrowRight');
  await keys.use(button('Text colour: red'));
  await expect(ana.editor).toBeFocused();
  await keys.press('End', 'Enter');
  await keys.type('title');
  await keys.press('Escape');
  await keys.to(page.getByLabel('Paragraph style'), 'ArrowLeft');
  await page.keyboard.type('Heading 1');
  await keys.press('Enter');
  await expect(ana.editor).toBeFocused();
  await expect(ana.editor.locator('h1')).toHaveText('title');
  await keys.press('Escape');
  await keys.use(button('Alignment'), 'ArrowLeft');
  await keys.press('Escape');
  await expect(button('Alignment')).toBeFocused();
  await keys.press('Enter');
  await keys.use(button('Centre'));
  await expect(ana.status).toHaveText('Saved');
  const text = await ana.committed(id);
  expect(text.map(({ attributes }) => attributes)).toContainEqual({ header: 1, align: 'center' });
  expect(text).toContainEqual({ insert: 'red', attributes: { color: '#b42318' } });
});

test('everything that is put into the text, by keys alone', async ({ browser }) => {
  const ana = await Person.signUp(browser, 'Ana');
  const { page } = ana;
  const keys = await writing(page, ana, 'Inserting');
  const list = (name: string) => page.getByRole('listbox', { name });

  await keys.type('/numb');
  await expect(list('Insert')).toBeVisible();
  await keys.press('Enter');
  await keys.type('Ask @an');
  await expect(list('Members of the room')).toBeVisible();
  await keys.press('Enter');
  await expect(ana.editor.locator('ol li .ql-mention')).toHaveText('@Ana');
  await keys.press('Enter', 'Enter');

  await keys.type('/emoji');
  await expect(list('Insert')).toBeVisible();
  await keys.press('Enter');
  const picker = page.getByRole('dialog', { name: 'Emoji' });
  await expect(picker.getByRole('button').first()).toBeVisible();
  await keys.type('rocket');
  await keys.to(picker.getByRole('button', { name: 'rocket' }));
  await keys.press('Enter');
  await expect(ana.editor).toContainText('🚀');

  await keys.type(' site');
  await keys.press('Control+Shift+ArrowLeft', 'Control+k');
  await keys.type('example.com');
  await keys.press('Enter', 'ArrowRight');
  const card = page.getByRole('group', { name: 'Link' });
  await expect(card).toBeVisible();
  await keys.press('Alt+F10');
  await keys.to(card.getByRole('button', { name: 'Edit' }));
  await keys.press('Enter', 'Control+a');
  await keys.type('example.org');
  await keys.press('Enter');
  await expect(ana.editor.getByRole('link')).toHaveAttribute('href', 'https://example.org');
  await keys.press('End', 'Enter');

  await keys.type('/image');
  await expect(list('Insert')).toBeVisible();
  const choosing = page.waitForEvent('filechooser');
  await keys.press('Enter');
  await (await choosing).setFiles({ name: 'dot.png', mimeType: 'image/png', buffer: PNG });
  const image = ana.editor.locator('img');
  await expect(image).toHaveAttribute('data-state', 'shown');
  await keys.press('End', 'Shift+ArrowLeft', 'Alt+F10');
  await keys.to(page.getByRole('button', { name: 'Description' }));
  await keys.press('Enter');
  await keys.type('A dot');
  await keys.press('Enter');
  await expect(image).toHaveAttribute('alt', 'A dot');
  await keys.press('ArrowRight', 'Enter');

  await keys.type('```');
  await keys.type('let a');
  await keys.press('Alt+F10');
  await page.keyboard.type('Java');
  await keys.press('Enter');
  await expect(ana.editor.locator('[data-language=java]')).toHaveText('let a');
  await expect(ana.status).toHaveText('Saved');
  expect(ana.pageErrors).toEqual([]);
});

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

test('tables are made, filled, changed and left by keys alone', async ({ browser }) => {
  const ana = await Person.signUp(browser, 'Ana');
  const { page } = ana;
  const keys = await writing(page, ana, 'Tables');
  const rows = ana.editor.locator('tr');
  await keys.type('/table');
  await expect(page.getByRole('listbox', { name: 'Insert' })).toBeVisible();
  await keys.press('Enter');
  await expect(rows).toHaveCount(3);
  await keys.type('Item');
  await keys.press('Tab');
  await keys.type('Price');
  await keys.press('Shift+Tab', 'ArrowDown');
  await keys.type('Chair');
  await keys.press('Alt+F10');
  await expect(page.getByRole('button', { name: 'Row', exact: true })).toBeFocused();
  await keys.press('Enter');
  await keys.to(page.getByRole('menuitem', { name: 'Insert above' }), 'ArrowDown');
  await keys.press('Enter');
  await expect(rows).toHaveCount(4);
  await keys.press('Alt+F10');
  await keys.use(page.getByRole('button', { name: 'Column' }));
  await keys.press('Escape');
  await expect(page.getByRole('button', { name: 'Column' })).toBeFocused();
  await keys.press('Escape');
  await keys.type('Lamp');
  await keys.press('Escape');
  await expect(ana.editor).toBeFocused();
  await keys.type('behind');
  await expect(ana.editor.locator('p', { hasText: 'behind' })).toBeVisible();
  await keys.press('Escape');
  await expect(ana.editor).not.toBeFocused();
  await expect(rows.nth(0)).toHaveText('ItemPrice');
  await expect(rows.nth(1)).toHaveText('');
  await expect(rows.nth(2)).toHaveText('ChairLamp');
});

test('find, outline, palette, history and all regions of the editor, by keys alone', async ({
  browser,
}) => {
  const ana = await Person.signUp(browser, 'Ana');
  const { page } = ana;
  const keys = await writing(page, ana, 'Around the text');
  const dialog = page.getByRole('dialog');
  await keys.type('# One\n');
  await keys.type('a cat and a cat\n# Two\nend');
  await expect(ana.status).toHaveText('Saved');

  await keys.press('Control+f');
  const bar = page.getByRole('search', { name: 'Find and replace' });
  await keys.type('cat');
  await expect(bar.getByRole('status')).toHaveText('1 of 2');
  await keys.press('Enter');
  await expect(bar.getByRole('status')).toHaveText('2 of 2');
  await keys.to(bar.getByLabel('Replace with'));
  await keys.type('dog');
  await keys.use(bar.getByRole('button', { name: 'Replace all' }));
  await expect(bar.getByRole('status')).toHaveText('No matches');
  await keys.press('Escape');
  await expect(ana.editor).toBeFocused();
  await expect(ana.editor).toContainText('a dog and a dog');

  // Around the page, and back to where the caret was.
  const outline = page.getByRole('complementary', { name: 'Outline' });
  const regions = [
    page.getByRole('link', { name: 'Back' }),
    page.getByRole('button', { name: 'Undo' }),
  ];
  await keys.press('F6');
  await expect(regions[0] ?? outline).toBeFocused();
  await keys.press('F6');
  await expect(regions[1] ?? outline).toBeFocused();
  await keys.press('F6');
  await expect(outline.locator(':focus')).toHaveCount(1);
  await keys.use(outline.getByRole('button', { name: 'Two' }));
  await expect(ana.editor).toBeFocused();
  await keys.type('Number ');
  await expect(ana.editor.locator('h1').nth(1)).toHaveText('Number Two');
  await keys.press('Shift+F6', 'Shift+F6');
  await expect(regions[1] ?? outline).toBeFocused();
  await keys.press('F6', 'F6');
  await expect(ana.editor).toBeFocused();
  await keys.type('- ');
  await expect(ana.editor.locator('h1').nth(1)).toHaveText('Number - Two');

  await keys.press('Control+Home', 'Escape', '?');
  await expect(dialog.getByRole('heading', { name: 'Keyboard shortcuts' })).toBeVisible();
  await expect(dialog.getByText('Go to where the next of the others is')).toBeVisible();
  await expect(dialog.getByText('Ctrl+Alt+N')).toBeVisible();
  await keys.press('Escape');
  await expect(dialog).toHaveCount(0);

  await keys.press('Escape', 'Control+k');
  await keys.type('histo');
  await expect(dialog.getByRole('option').first()).toHaveAttribute('aria-selected', 'true');
  await keys.press('Enter');
  const panel = page.getByRole('complementary', { name: 'History' });
  await expect(panel).toBeVisible();
  await keys.press('F6');
  await expect(panel.locator(':focus')).toHaveCount(1);
  await keys.use(panel.locator('button[aria-pressed]').nth(2));
  const preview = page.getByRole('toolbar', { name: 'Earlier version' });
  await expect(preview).toBeVisible();
  await keys.to(preview.getByRole('checkbox'), 'Shift+F6');
  await keys.to(preview.getByRole('button', { name: 'Next difference' }));
  await keys.press('Enter');
  await keys.use(preview.getByRole('button', { name: 'Back to the document' }));
  await expect(preview).toBeHidden();
  await expect(ana.editor).toBeVisible();
  await keys.to(panel.getByRole('button', { name: 'Close History' }), 'F6');
  await keys.press('Enter');
  await expect(panel).toBeHidden();
  await keys.to(ana.editor, 'F6');
  await keys.press('Control+End');
  await keys.type('!');
  await expect(ana.editor).toContainText('end!');
  await expect(ana.status).toHaveText('Saved');
  expect(ana.pageErrors).toEqual([]);
});
