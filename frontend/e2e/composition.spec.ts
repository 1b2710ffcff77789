import { expect, test, type Browser, type CDPSession } from '@playwright/test';
import { Person, everybodyGoes, textOf } from './person';

test.afterEach(async ({ browser }) => {
  await everybodyGoes(browser);
});

/** Ana with an input method, and Ben with a keyboard, in one document of two lines. */
async function anaAndBen(browser: Browser) {
  const ana = await Person.signUp(browser, 'Ana');
  const ben = await Person.signUp(browser, 'Ben');
  await ana.createRoom('Tokyo');
  await ana.addMember(ben);
  const id = await ana.createDocument('Notes');
  await ana.editor.click();
  await ana.page.keyboard.type('First line');
  await ana.page.keyboard.press('Enter');
  await ana.page.keyboard.type('Second line');
  await expect(ana.status).toHaveText('Saved');
  await ben.openDocument(id);
  const inputMethod = await ana.page.context().newCDPSession(ana.page);
  return { ana, ben, id, inputMethod };
}

function compose(inputMethod: CDPSession, text: string): Promise<unknown> {
  const { length } = text;
  return inputMethod.send('Input.imeSetComposition', {
    text,
    selectionStart: length,
    selectionEnd: length,
  });
}

async function expectText(people: readonly Person[], id: string, text: string): Promise<void> {
  for (const { editor, status } of people) {
    await expect(status).toHaveText('Saved', { timeout: 20_000 });
    await expect
      .poll(async () => (await editor.locator('p').allInnerTexts()).join('\n'))
      .toBe(text);
  }
  const [first] = people;
  expect(textOf((await first?.committed(id)) ?? [])).toBe(`${text}\n`);
  expect(people.flatMap(({ pageErrors }) => pageErrors)).toEqual([]);
}

test('while a character is composed the edits of others wait, and it lands exactly once', async ({
  browser,
}) => {
  const { ana, ben, id, inputMethod } = await anaAndBen(browser);
  await ana.page.keyboard.press('Control+End');
  for (const step of ['k', 'か', 'かn', 'かんj', 'かんじ']) await compose(inputMethod, step);
  await expect(ana.editor).toContainText('Second lineかんじ');

  await ben.editor.press('Control+Home');
  await ben.page.keyboard.type('Ben: ');
  await expect(ben.status).toHaveText('Saved');
  await expect(ben.editor).not.toContainText('かんじ');
  await expect(ana.editor).not.toContainText('Ben: ');
  await compose(inputMethod, '漢字');
  await expect(ana.editor).not.toContainText('Ben: ');

  await inputMethod.send('Input.insertText', { text: '漢字' });
  await expectText([ana, ben], id, 'Ben: First line\nSecond line漢字');
  await ana.page.keyboard.type('!');
  await expectText([ana, ben], id, 'Ben: First line\nSecond line漢字!');
});

test('two who write in one paragraph, one of them by an input method, end with the same', async ({
  browser,
}) => {
  const { ana, ben, id, inputMethod } = await anaAndBen(browser);
  await ana.page.keyboard.press('Control+End');
  await ana.page.keyboard.press('Home');
  await compose(inputMethod, 'に');
  await ben.editor.press('Control+End');
  await ben.page.keyboard.type(', says Ben');
  await ben.page.keyboard.press('Home');
  for (let word = 0; word < 7; word += 1) await ben.page.keyboard.press('Delete');
  await expect(ben.status).toHaveText('Saved');
  await compose(inputMethod, 'にほn');
  await inputMethod.send('Input.insertText', { text: '日本' });
  await expectText([ana, ben], id, 'First line\n日本line, says Ben');
});

test('a composition that is given up leaves nothing, and what waited comes in', async ({
  browser,
}) => {
  const { ana, ben, id, inputMethod } = await anaAndBen(browser);
  await ana.page.keyboard.press('Control+Home');
  await compose(inputMethod, 'ㅎ');
  await compose(inputMethod, '하');
  await ben.editor.press('Control+Home');
  await ben.page.keyboard.type('Ben first. ');
  await expect(ben.status).toHaveText('Saved');
  await compose(inputMethod, '');
  await inputMethod.send('Input.insertText', { text: '' });
  await expectText([ana, ben], id, 'Ben first. First line\nSecond line');
});

test('a composition in the cell of a table waits for nobody and loses nothing', async ({
  browser,
}) => {
  const { ana, ben, id, inputMethod } = await anaAndBen(browser);
  await ana.page.keyboard.press('Control+End');
  await ana.page.keyboard.press('Enter');
  await ana.page.keyboard.type('/table');
  await expect(ana.page.getByRole('listbox', { name: 'Insert' })).toBeVisible();
  await ana.page.keyboard.press('Enter');
  await expect(ben.editor.locator('td')).toHaveCount(9);
  await ana.page.keyboard.press('Tab');
  for (const step of ['n', 'に', 'にh', 'にほ', 'にほn']) await compose(inputMethod, step);
  const cell = (person: Person) => person.editor.locator('td').nth(1);
  await expect(cell(ana)).toHaveText('にほn');

  // Meanwhile Ben writes into the same cell, and above the table.
  await cell(ben).click();
  await ben.page.keyboard.type('Ben');
  await expect(ben.status).toHaveText('Saved');
  await ben.editor.locator('p').first().click();
  await ben.page.keyboard.press('Home');
  await ben.page.keyboard.type('Above: ');
  await expect(ben.status).toHaveText('Saved');
  await expect(cell(ben)).toHaveText('Ben');
  await expect(ana.editor).not.toContainText('Above');

  await inputMethod.send('Input.insertText', { text: '日本' });
  for (const person of [ana, ben]) {
    await expect(person.status).toHaveText('Saved', { timeout: 20_000 });
    await expect(person.editor.locator('p').first()).toHaveText('Above: First line');
    await expect(cell(person)).toHaveText(/^(?:日本Ben|Ben日本)$/);
  }
  await ana.page.keyboard.type('!');
  await expect(ana.status).toHaveText('Saved');
  await expect(cell(ben)).toHaveText(/^(?:日本!Ben|Ben日本!)$/);
  await expect(cell(ana)).toHaveText((await cell(ben).textContent()) ?? '');
  expect(JSON.stringify(await ana.committed(id))).toContain('日本');
  expect([...ana.pageErrors, ...ben.pageErrors]).toEqual([]);
});
