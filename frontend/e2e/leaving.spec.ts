import { expect, test } from '@playwright/test';
import { Line } from './line';
import { Person, everybodyGoes, productUrl, textOf } from './person';

let line: Line;

test.beforeEach(async () => {
  line = await Line.to(productUrl());
});

test.afterEach(async ({ browser }) => {
  await everybodyGoes(browser);
  await line.close();
});

test('leaving asks where edits are not saved, and what is left is sent from any page', async ({
  browser,
}) => {
  const ana = await Person.signUp(browser, 'Ana', line.url);
  await ana.createRoom('Desk');
  const id = await ana.createDocument('Note');
  const { page } = ana;
  await ana.editor.pressSequentially('Saved. ');
  await expect(ana.status).toHaveText('Saved');

  await page.context().setOffline(true);
  line.cut();
  await ana.editor.pressSequentially('Left behind.');
  await page.getByRole('link', { name: 'Back' }).click();
  const dialog = page.getByRole('dialog', { name: 'Leave before everything is saved?' });
  await expect(dialog).toContainText('stays on this device');
  await dialog.getByRole('button', { name: 'Stay' }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole('link', { name: 'Back' }).click();
  await dialog.getByRole('button', { name: 'Leave' }).click();
  await expect(ana.editor).toBeHidden();

  line.mend();
  await page.context().setOffline(false);
  await expect
    .poll(async () => textOf(await ana.committed(id)), { timeout: 90_000 })
    .toBe('Saved. Left behind.\n');
  expect(ana.pageErrors).toEqual([]);
});
