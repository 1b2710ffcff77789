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

test('matches in the cells of tables are counted, shown, gone to and replaced', async ({
  browser,
}) => {
  const ana = await Person.signUp(browser, 'Ana');
  await ana.createRoom('Tables');
  const id = await ana.createDocument('Tables');
  const { page } = ana;
  const { keyboard } = page;
  await ana.editor.click();
  await keyboard.type('cat\n/table');
  await expect(page.getByRole('listbox', { name: 'Insert' })).toBeVisible();
  await keyboard.press('Enter');
  await expect(ana.editor.locator('td')).toHaveCount(9);
  await keyboard.type('a cat');
  await keyboard.press('Tab');
  await keyboard.type('cat cat');
  await keyboard.press('Escape');
  await keyboard.type('cat');
  await keyboard.press('Control+Home');
  await keyboard.press('Control+F');
  const bar = page.getByRole('search', { name: 'Find and replace' });
  const count = bar.getByRole('status');
  await keyboard.type('cat');
  await expect(count).toHaveText('1 of 5');
  const lit = (name: string) =>
    page.evaluate((key) => {
      const ranges = [...(CSS.highlights.get(key) ?? [])] as Range[];
      return ranges.map(({ startContainer }) => {
        return startContainer.parentElement?.closest('td') === null ? 'text' : 'cell';
      });
    }, name);
  expect(await lit('find-match')).toEqual(['cell', 'cell', 'cell', 'text']);
  await keyboard.press('Enter');
  await keyboard.press('Enter');
  await expect(count).toHaveText('3 of 5');
  expect(await lit('find-current')).toEqual(['cell']);
  await bar.getByLabel('Replace with').fill('dog');
  await bar.getByRole('button', { name: 'Replace', exact: true }).click();
  await expect(count).toHaveText('3 of 4');
  await expect(ana.editor.locator('td').nth(1)).toHaveText('dog cat');
  await keyboard.press('Escape');
  await keyboard.type('bird');
  await expect(ana.editor.locator('td').nth(1)).toHaveText('dog bird');
  await keyboard.press('Control+F');
  await bar.getByLabel('Find', { exact: true }).fill('cat');
  await bar.getByLabel('Replace with').fill('fox');
  await bar.getByRole('button', { name: 'Replace all' }).click();
  await expect(count).toHaveText('No matches');
  await keyboard.press('Escape');
  await expect(bar).toBeHidden();
  await expect(ana.status).toHaveText('Saved');
  const [before, table, behind] = await ana.committed(id);
  expect([before, behind]).toEqual([{ insert: 'fox\n' }, { insert: 'fox\n' }]);
  expect(JSON.stringify(table)).toContain('a fox');
  expect(JSON.stringify(table)).toContain('dog bird');

  await page.getByRole('button', { name: 'Document info' }).click();
  const info = page.getByRole('complementary', { name: 'Document info' });
  const fact = (name: string) => info.locator('dl > div', { hasText: name }).locator('dd');
  await expect(fact('Words')).toHaveText('6');
  await expect(fact('Created')).toHaveText(/\d{4}, \d/);
  await expect(fact('Last changed')).toHaveText(/\d{4}, \d/);
  expect(ana.pageErrors).toEqual([]);
});
