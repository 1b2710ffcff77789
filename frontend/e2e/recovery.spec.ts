import { expect, test, type Browser } from '@playwright/test';
import { Line } from './line';
import { Person, everybodyGoes, productUrl, textOf } from './person';

/** Two people in one document, of whom the first reaches the product by a wire that can be cut. */
async function twoInADocument(browser: Browser, line: Line) {
  const ana = await Person.signUp(browser, 'Ana', line.url);
  const ben = await Person.signUp(browser, 'Ben');
  await ana.createRoom('Train');
  await ana.addMember(ben);
  const id = await ana.createDocument('Notes');
  await ben.openDocument(id);
  return { ana, ben, id };
}

/** Everybody sees what is committed, and that each of these texts is in it once. */
async function expectAtRest(people: readonly Person[], id: string, texts: readonly string[]) {
  for (const { status } of people) await expect(status).toHaveText('Saved', { timeout: 60_000 });
  const [first] = people;
  if (first === undefined) throw new Error('nobody is there');
  const committed = textOf(await first.committed(id));
  for (const text of texts) expect(committed.split(text), text).toHaveLength(2);
  for (const { editor } of people) {
    await expect
      .poll(async () => (await editor.innerText()).trim(), { message: 'the same everywhere' })
      .toBe(committed.trim());
  }
  expect(people.flatMap(({ pageErrors }) => pageErrors)).toEqual([]);
}

let line: Line;

test.beforeEach(async () => {
  line = await Line.to(productUrl());
});

test.afterEach(async ({ browser }) => {
  await everybodyGoes(browser);
  await line.close();
});

test('offline for a minute while both sides type', async ({ browser }) => {
  const { ana, ben, id } = await twoInADocument(browser, line);
  await ana.editor.pressSequentially('Both are here. ');
  await expect(ana.status).toHaveText('Saved');
  await expect(ben.editor).toContainText('Both are here.');

  await ana.page.context().setOffline(true);
  line.cut();
  const underground = 'Ana writes on under the ground, where no line reaches her at all. ';
  const above = 'Ben writes above, letter by letter, as if nothing had happened. ';
  await ben.page.keyboard.press('Control+Home');
  await Promise.all([
    ana.editor.pressSequentially(underground, { delay: 900 }),
    ben.editor.pressSequentially(above, { delay: 900 }),
  ]);
  await expect(ana.status).toHaveText(/^Offline\. \d+ changes kept on this device$/);
  await expect(ana.page.getByRole('alert')).toContainText('You can go on writing');
  await expect(ben.status).toHaveText('Saved');

  line.mend();
  await ana.page.context().setOffline(false);
  await expectAtRest([ana, ben], id, [underground.trim(), above.trim(), 'Both are here.']);
});

test('a tab that dies offline sends by itself what it has kept when it is opened again', async ({
  browser,
}) => {
  const { ana, ben, id } = await twoInADocument(browser, line);
  const tab = await ana.newTab();
  await tab.openDocument(id);
  await tab.editor.pressSequentially('Saved before. ');
  await expect(tab.status).toHaveText('Saved');

  line.cut();
  await tab.editor.pressSequentially('Kept meanwhile.');
  await expect(tab.status).toHaveText(/15 changes kept on this device$/, { timeout: 20_000 });
  await ben.editor.pressSequentially('Ben: ');
  await expect(ben.status).toHaveText('Saved');
  await tab.crashTab();

  line.mend();
  const again = await ana.newTab();
  await again.openDocument(id);
  await expectAtRest([again, ben], id, ['Saved before. ', 'Kept meanwhile.', 'Ben: ']);
});

test('a reload while edits wait sends them, once', async ({ browser }) => {
  const { ana, ben, id } = await twoInADocument(browser, line);
  line.cut();
  await ana.editor.pressSequentially('Written before the reload.');
  await expect(ana.status).toHaveText(/26 changes kept on this device$/, { timeout: 20_000 });
  line.mend();
  await ana.page.reload();
  await expectAtRest([ana, ben], id, ['Written before the reload.']);
  await ana.page.reload();
  await ana.ready();
  await expectAtRest([ana, ben], id, ['Written before the reload.']);
});

test('two tabs of one user do not disturb each other', async ({ browser }) => {
  const { ana, ben, id } = await twoInADocument(browser, line);
  const other = await ana.newTab();
  await other.openDocument(id);
  await Promise.all([
    ana.editor.pressSequentially('First tab. ', { delay: 10 }),
    other.editor.pressSequentially('Second tab. ', { delay: 10 }),
  ]);
  await expect(ana.status).toHaveText('Saved');
  await expect(other.status).toHaveText('Saved');

  line.cut();
  await ana.page.keyboard.press('Control+End');
  await ana.editor.pressSequentially('<first offline>');
  await other.page.keyboard.press('Control+Home');
  await other.editor.pressSequentially('<second offline>');
  await expect(ana.status).toContainText('15 changes kept on this device', { timeout: 20_000 });
  await expect(other.status).toContainText('16 changes kept on this device', { timeout: 20_000 });
  await other.crashTab();
  line.mend();
  const third = await ana.newTab();
  await Promise.all([ana.page.reload(), third.page.goto(third.url(`documents/${id}`))]);
  await expectAtRest([ana, third, ben], id, ['<first offline>', '<second offline>']);
});

test('edits that came too late to be allowed are shown beside the document', async ({
  browser,
}) => {
  const ana = await Person.signUp(browser, 'Ana');
  const ben = await Person.signUp(browser, 'Ben', line.url);
  await ana.createRoom('Contract');
  await ana.addMember(ben);
  const room = ana.page.url();
  const id = await ana.createDocument('Draft');
  await ben.openDocument(id);
  await ben.editor.pressSequentially('Agreed.');
  await expect(ben.status).toHaveText('Saved');

  line.cut();
  await ben.editor.pressSequentially(' But not this.');
  await expect(ben.status).toContainText('14 changes kept on this device', { timeout: 20_000 });
  await ana.page.goto(room);
  await ana.setRole(ben, 'Viewer');
  line.mend();

  const panel = ben.page.getByRole('region', { name: 'A change of yours could not be saved' });
  await expect(panel).toContainText('But not this.', { timeout: 60_000 });
  await expect(ben.editor).toHaveText('Agreed.');
  await expect(ben.editor).not.toBeEditable();
  await expect(panel.getByRole('button', { name: 'Keep both' })).toBeHidden();

  await ana.setRole(ben, 'Editor');
  await ben.page.reload();
  await ben.ready();
  await panel.getByRole('button', { name: 'Keep both' }).click();
  await expect(panel).toBeHidden();
  await expect(ben.status).toHaveText('Saved');
  expect(textOf(await ben.committed(id))).toBe('Agreed.\n But not this.\n');
  await ben.page.reload();
  await ben.ready();
  await expect(panel).toBeHidden();
});
