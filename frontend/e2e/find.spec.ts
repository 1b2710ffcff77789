import { expect, test } from '@playwright/test';
import { Person, everybodyGoes } from './person';

test.afterEach(async ({ browser }) => {
  await everybodyGoes(browser);
});

test('finding counts and goes round, replacing all is one step, Escape keeps the selection', async ({
  browser,
}) => {
  const ana = await Person.signUp(browser, 'Ana');
  await ana.createRoom('Finding');
  const id = await ana.createDocument('Words');
  const { page } = ana;
  const { keyboard } = page;
  await ana.editor.click();
  await keyboard.type('cat Cat category cat');
  await keyboard.press('Control+F');
  const bar = page.getByRole('search', { name: 'Find and replace' });
  await bar.getByLabel('Find', { exact: true }).fill('cat');
  await expect(bar.getByRole('status')).toContainText('of 4');
  await bar.getByRole('button', { name: 'Match case' }).click();
  await expect(bar.getByRole('status')).toContainText('of 3');
  await bar.getByRole('button', { name: 'Whole words' }).click();
  await expect(bar.getByRole('status')).toContainText('of 2');
  await bar.getByLabel('Replace with').fill('dog');
  await bar.getByRole('button', { name: 'Replace all' }).click();
  await expect(ana.editor).toHaveText('dog Cat category dog');
  await expect(bar.getByRole('status')).toHaveText('No matches');
  await bar.getByLabel('Find', { exact: true }).fill('category');
  await keyboard.press('Escape');
  await expect(bar).toBeHidden();
  await keyboard.type('kitten');
  await expect(ana.editor).toHaveText('dog Cat kitten dog');
  await keyboard.press('Control+Z');
  await keyboard.press('Control+Z');
  await expect(ana.editor).toHaveText('cat Cat category cat');
  await expect(ana.status).toHaveText('Saved');
  expect(await ana.committed(id)).toEqual([{ insert: 'cat Cat category cat\n' }]);
  expect(ana.pageErrors).toEqual([]);
});
