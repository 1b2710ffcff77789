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

for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
  test(`the server is restarted while two people type (${signal})`, async ({ browser }) => {
    test.setTimeout(240_000);
    const ana = await Person.signUp(browser, 'Ana', product.url);
    const ben = await Person.signUp(browser, 'Ben', product.url);
    await ana.createRoom(`Restart ${signal}`);
    await ana.addMember(ben);
    const id = await ana.createDocument('Minutes');
    await ben.openDocument(id);

    const anaText = 'Ana goes on typing while the server is away and comes back. '.repeat(3);
    const benText = 'Ben does so too, and neither of them has to press a key again. '.repeat(3);
    await Promise.all([
      ana.editor.pressSequentially(anaText, { delay: 100 }),
      ben.editor.pressSequentially(benText, { delay: 100 }),
      expect(ben.editor)
        .toContainText('Ana goes on')
        .then(() => product.stop(signal))
        .then(() => product.start()),
    ]);

    for (const { status } of [ana, ben]) {
      await expect(status).toHaveText('Saved', { timeout: 90_000 });
    }
    const committed = textOf(await ana.committed(id));
    const letters = (text: string): string => Array.from(text.replace(/\s/g, '')).sort().join('');
    expect(letters(committed)).toBe(letters(anaText + benText));
    for (const { editor } of [ana, ben]) {
      await expect
        .poll(async () => (await editor.innerText()).replace(/\s/g, ''))
        .toBe(committed.replace(/\s/g, ''));
    }
    expect([...ana.pageErrors, ...ben.pageErrors]).toEqual([]);
  });
}
