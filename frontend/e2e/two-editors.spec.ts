import { expect, test } from '@playwright/test';
import { Person, everybodyGoes, textOf } from './person';

test.afterEach(async ({ browser }) => {
  await everybodyGoes(browser);
});

test('two people type at the same time, format, reload, and see the same document', async ({
  browser,
}) => {
  const ana = await Person.signUp(browser, 'Ana');
  const ben = await Person.signUp(browser, 'Ben');
  await ana.createRoom('Office move');
  await ana.addMember(ben);
  const id = await ana.createDocument('Plan');

  await ben.page.reload();
  await ben.page.getByRole('link', { name: 'Office move' }).click();
  await ben.page.getByRole('link', { name: /Plan/ }).click();
  await ben.ready();
  await expect(ana.page.getByRole('list', { name: 'In this document' })).toContainText('Ben');

  const anaText = 'Ana writes about the kitchen. '.repeat(3);
  const benText = 'Ben writes about the desks! '.repeat(3);
  await ana.editor.click();
  await ben.editor.click();
  await Promise.all([
    ana.editor.pressSequentially(anaText, { delay: 5 }),
    ben.editor.pressSequentially(benText, { delay: 7 }),
  ]);
  await expect(ana.status).toHaveText('Saved');
  await expect(ben.status).toHaveText('Saved');
  const letters = (text: string): string => Array.from(text.replace(/\s/g, '')).sort().join('');
  for (const person of [ana, ben]) {
    await expect
      .poll(async () => letters(await person.editor.innerText()))
      .toBe(letters(anaText + benText));
  }
  await expect.poll(() => ben.html()).toBe(await ana.html());

  await ana.page.keyboard.press('Control+A');
  await ana.page.getByRole('button', { name: 'Bold' }).click();
  await expect(ana.page.getByRole('button', { name: 'Bold' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await expect(ben.editor.locator('strong').first()).toBeVisible();
  await ben.page.keyboard.press('Control+End');
  await ben.page.keyboard.press('Enter');
  await ben.page.getByLabel('Paragraph style').selectOption('Heading 2');
  await ben.editor.pressSequentially('Next steps');
  await expect(ana.editor.getByRole('heading', { level: 2 })).toHaveText('Next steps');
  await expect(ben.status).toHaveText('Saved');
  await expect(ana.status).toHaveText('Saved');

  const before = await ana.html();
  await ana.page.reload();
  await ben.page.reload();
  await Promise.all([ana.ready(), ben.ready()]);
  expect(await ana.html()).toBe(before);
  expect(await ben.html()).toBe(before);

  for (const person of [ana, ben]) {
    await expect.poll(() => person.comparisons, { timeout: 20_000 }).toBeGreaterThan(0);
  }
  // Answers come in order: a difference would have been told before this is saved.
  await ana.editor.press('Control+End');
  await ana.editor.pressSequentially('!');
  await expect(ana.status).toHaveText('Saved');

  const contents = await ana.committed(id);
  expect(letters(textOf(contents))).toBe(letters(`${anaText}${benText}Next steps!`));
  expect(contents.some(({ attributes }) => attributes?.['bold'] === true)).toBe(true);
  expect(contents.at(-1)).toMatchObject({ attributes: { header: 2 } });
  expect([...ana.pageErrors, ...ben.pageErrors]).toEqual([]);
});

test('a line that is cut loses nothing and sends by itself what was typed meanwhile', async ({
  browser,
}) => {
  const ana = await Person.signUp(browser, 'Ana');
  await ana.createRoom('Train');
  const id = await ana.createDocument('Notes');
  await ana.editor.pressSequentially('before ');
  await expect(ana.status).toHaveText('Saved');

  await ana.page.context().setOffline(true);
  await ana.page.evaluate(() => {
    window.dispatchEvent(new Event('offline'));
  });
  await ana.editor.pressSequentially('during');
  await expect(ana.status).toContainText(/kept on this device|Saving/);
  await ana.page.context().setOffline(false);

  await expect(ana.status).toHaveText('Saved', { timeout: 45_000 });
  expect(textOf(await ana.committed(id))).toBe('before during\n');
});

test('what is not there says so', async ({ browser }) => {
  const ana = await Person.signUp(browser, 'Ana');
  await ana.page.goto(ana.url('documents/00000000-0000-4000-8000-000000000000'));
  await expect(ana.page.getByRole('heading', { name: 'This document is not there' })).toBeVisible();
  await ana.page.goto(ana.url('nowhere'));
  await expect(ana.page.getByRole('heading', { name: 'There is nothing here' })).toBeVisible();
});
