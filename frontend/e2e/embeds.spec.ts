import { expect, test } from '@playwright/test';
import { Person, everybodyGoes } from './person';

test.afterEach(async ({ browser }) => {
  await everybodyGoes(browser);
});

interface TableValue {
  readonly rows: Readonly<Record<string, string>>;
  readonly columns: Readonly<Record<string, string>>;
}

async function together(ana: Person, ben: Person): Promise<string> {
  await ana.createRoom('Budget');
  await ana.addMember(ben);
  const id = await ana.createDocument('Numbers');
  await ben.openDocument(id);
  return id;
}

function cell(person: Person, row: number, column: number) {
  return person.editor.locator('tr').nth(row).locator('td').nth(column);
}

async function answerTo(person: Person, path: string): Promise<number> {
  const headers = { Authorization: `Bearer ${await person.token()}` };
  const answer = await person.page.context().request.get(person.url(`api/${path}`), { headers });
  return answer.status();
}

/** The table's texts, row by row. */
function texts(person: Person): Promise<string[][]> {
  return person.editor
    .locator('tr')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll('td')].map((each) => each.textContent)),
    );
}

async function tableOnServer(person: Person, id: string): Promise<TableValue> {
  const contents = (await person.committed(id)) as readonly { insert: unknown }[];
  const embed = contents.find(({ insert }) => typeof insert === 'object') as {
    insert: { 'table-embed': TableValue };
  };
  return embed.insert['table-embed'];
}

test('rows, columns and text that come at the same time leave a whole table', async ({
  browser,
}) => {
  const ana = await Person.signUp(browser, 'Ana');
  const ben = await Person.signUp(browser, 'Ben');
  const id = await together(ana, ben);

  await ana.editor.click();
  await ana.page.keyboard.type('/table');
  await ana.page.keyboard.press('Enter');
  await expect(ana.editor.locator('td')).toHaveCount(9);
  await ana.page.keyboard.type('Item');
  await ana.page.keyboard.press('Tab');
  await ana.page.keyboard.type('Price');
  await expect(ben.editor.locator('td')).toHaveCount(9);
  await expect
    .poll(() => texts(ben))
    .toEqual([
      ['Item', 'Price', ''],
      ['', '', ''],
      ['', '', ''],
    ]);

  // Each in a cell of their own: the one types, the other changes the table around it.
  await cell(ben, 1, 0).click();
  await cell(ana, 1, 1).click();
  await Promise.all([
    ben.page.keyboard.type('A chair of oak', { delay: 15 }),
    (async () => {
      await ana.page.getByRole('button', { name: 'Row', exact: true }).click();
      await ana.page.getByRole('menuitem', { name: 'Insert above' }).click();
      await ana.page.getByRole('button', { name: 'Column' }).click();
      await ana.page.getByRole('menuitem', { name: 'Insert left' }).click();
      await ana.page.getByRole('button', { name: 'Row', exact: true }).click();
      await ana.page.getByRole('menuitem', { name: 'Move down' }).click();
      await ana.page.keyboard.type('120', { delay: 10 });
    })(),
  ]);
  await expect(ana.status).toHaveText('Saved');
  await expect(ben.status).toHaveText('Saved');
  const expected = [
    ['Item', '', 'Price', ''],
    ['', '', '', ''],
    ['', '', '', ''],
    ['A chair of oak', '', '120', ''],
  ];
  await expect.poll(() => texts(ana)).toEqual(expected);
  await expect.poll(() => texts(ben)).toEqual(expected);
  const { rows, columns } = await tableOnServer(ana, id);
  expect([Object.keys(rows).length, Object.keys(columns).length]).toEqual([4, 4]);

  // Undo takes back what Ana did; what Ben typed stays.
  await ana.page.keyboard.press('Control+z');
  await expect.poll(async () => (await texts(ana))[3]?.[2]).not.toBe('120');
  await expect.poll(async () => (await texts(ben)).flat()).toContain('A chair of oak');

  // The last Tab adds a row, arrows leave the table, and Backspace behind it deletes nothing.
  await cell(ben, 3, 3).click();
  await ben.page.keyboard.press('Tab');
  await expect(ben.editor.locator('tr')).toHaveCount(5);
  await ben.page.keyboard.press('ArrowDown');
  await ben.page.keyboard.type('Behind');
  await expect(ana.editor.locator('p', { hasText: 'Behind' })).toBeVisible();
  await ben.page.keyboard.press('Home');
  await ben.page.keyboard.press('Backspace');
  await expect(ben.editor.locator('tr')).toHaveCount(5);

  await expect(ana.status).toHaveText('Saved');
  const before = await texts(ana);
  await ana.page.reload();
  await ana.ready();
  await expect.poll(() => texts(ana)).toEqual(before);
  expect(ana.pageErrors).toEqual([]);
  expect(ben.pageErrors).toEqual([]);
});

test('a picture is pasted, sized, described, and seen by members alone', async ({ browser }) => {
  const ana = await Person.signUp(browser, 'Ana');
  const ben = await Person.signUp(browser, 'Ben');
  await ana.createRoom('Photos');
  await ana.addMember(ben);
  await ana.setRole(ben, 'viewer');
  const id = await ana.createDocument('Album');

  await ana.editor.click();
  await ana.page.keyboard.type('Here: ');
  await ana.page.evaluate(async () => {
    const canvas = document.createElement('canvas');
    canvas.width = 400;
    canvas.height = 300;
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('there is no canvas');
    context.fillStyle = '#3c6ec8';
    context.fillRect(0, 0, 400, 300);
    const blob = await new Promise<Blob | null>((done) => {
      canvas.toBlob(done, 'image/png');
    });
    const data = new DataTransfer();
    data.items.add(new File([blob ?? ''], 'photo.png', { type: 'image/png' }));
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  });
  const image = ana.editor.locator('img');
  await expect(image).toHaveAttribute('data-state', 'shown');
  await expect(image).toHaveAttribute('width', '400');

  await image.click();
  await ana.page.getByRole('button', { name: 'Small' }).click();
  await expect(image).toHaveAttribute('width', '240');
  await expect(image).toHaveAttribute('height', '180');
  await ana.page.getByRole('button', { name: 'Description' }).click();
  await ana.page.getByLabel('Describe the image').fill('A blue square');
  await ana.page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(image).toHaveAttribute('alt', 'A blue square');
  await expect(ana.status).toHaveText('Saved');

  await ben.page.goto(ben.url(`documents/${id}`));
  const seen = ben.page.getByRole('img', { name: 'A blue square' });
  await expect(seen).toHaveAttribute('data-state', 'shown');
  expect(await seen.evaluate((node: HTMLImageElement) => node.naturalWidth)).toBe(400);

  await ana.page.reload();
  await ana.ready();
  await expect(image).toHaveAttribute('data-state', 'shown');
  await expect(image).toHaveAttribute('width', '240');
  const eve = await Person.signUp(browser, 'Eve');
  const address = await image.getAttribute('data-image');
  expect(await answerTo(eve, `documents/${id}/${address ?? ''}`)).toBe(404);
  expect(await answerTo(ana, `documents/${id}/${address ?? ''}`)).toBe(200);

  // Taken along to another document, it is shown there as well.
  await ana.editor.click();
  await ana.page.keyboard.press('ControlOrMeta+a');
  await ana.page.keyboard.press('ControlOrMeta+c');
  await ana.page.getByRole('link', { name: 'Back' }).click();
  await ana.createDocument('Another album');
  await ana.editor.click();
  await ana.page.keyboard.press('ControlOrMeta+v');
  await expect(image).toHaveAttribute('data-state', 'shown');
  await expect(ana.status).toHaveText('Saved');
  expect(ana.pageErrors).toEqual([]);
  expect(ben.pageErrors).toEqual([]);
});

test('"@" offers the members of the room, and their names are one unit', async ({ browser }) => {
  const ana = await Person.signUp(browser, 'Ana');
  const ben = await Person.signUp(browser, 'Benedikt');
  await together(ana, ben);

  await ana.editor.click();
  await ana.page.keyboard.type('Ask @ben');
  const list = ana.page.getByRole('listbox', { name: 'Members of the room' });
  await expect(list.getByRole('option')).toHaveCount(1);
  await ana.page.keyboard.press('Enter');
  await ana.page.keyboard.type('please');
  const mention = ben.editor.locator('.ql-mention');
  await expect(mention).toHaveText('@Benedikt');
  await expect(ben.editor).toContainText('please');
  for (let i = 0; i < 'please '.length + 1; i += 1) await ana.page.keyboard.press('Backspace');
  await expect(mention).toHaveCount(0);
  expect(ana.pageErrors).toEqual([]);
});
