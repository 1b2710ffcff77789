import { expect, test } from '@playwright/test';
import { Person, everybodyGoes, textOf } from './person';
import { Product } from './product';

let product: Product;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  product = await Product.start();
});

test.afterAll(async () => {
  await product.close();
});

test.afterEach(async ({ browser }) => {
  await everybodyGoes(browser);
});

test('O5 whoever was ahead of a restored backup gets a copy of the text', async ({ browser }) => {
  test.setTimeout(240_000);
  const ana = await Person.signUp(browser, 'Ana', product.url);
  await ana.createRoom('Archive');
  const id = await ana.createDocument('Minutes');
  await ana.editor.pressSequentially('In the backup. ');
  await expect(ana.status).toHaveText('Saved');
  await product.stop();
  await product.backUp();
  await product.start();

  await expect(ana.status).toHaveText('Saved', { timeout: 60_000 });
  await ana.page.keyboard.press('Control+End');
  await ana.editor.pressSequentially('After the backup.');
  await expect(ana.status).toHaveText('Saved');
  expect(textOf(await ana.committed(id))).toContain('After the backup.');
  await product.stop();
  await product.restore();
  await product.start();

  const copy = ana.page.getByRole('region', { name: 'The document was restored from a backup' });
  await expect(copy).toContainText('After the backup.', { timeout: 60_000 });
  await expect(ana.editor).toContainText('In the backup.');
  await expect(ana.editor).not.toContainText('After the backup.');
  expect(textOf(await ana.committed(id))).not.toContain('After the backup.');

  await copy.getByRole('button', { name: 'Keep both' }).click();
  await expect(ana.editor).toContainText('After the backup.');
  await expect(ana.status).toHaveText('Saved');
  expect(textOf(await ana.committed(id))).toContain('After the backup.');
  await expect(copy).toBeHidden();
});
