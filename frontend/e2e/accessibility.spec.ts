import { expect, test } from '@playwright/test';
import { violations } from './axe';
import { everybodyGoes } from './person';
import { tour } from './tour';

test.afterEach(async ({ browser }) => {
  await everybodyGoes(browser);
});

test('axe finds nothing serious or critical on any page, light or dark', async ({ browser }) => {
  const found: string[] = [];
  for await (const { name, page } of tour(browser)) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
      const here = await violations(page);
      found.push(...here.map((each) => `${name}, ${colorScheme}: ${each}`));
    }
  }
  expect(found).toEqual([]);
});
