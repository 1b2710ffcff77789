import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { chromium, type FullConfig } from '@playwright/test';
import { startFakeProduct } from './fake/fakeProduct';

const TRIES = 3;

/** Without a running product named by BASE_URL, the built pages run against a server in memory. */
export default async function globalSetup(
  config: FullConfig,
): Promise<(() => Promise<void>) | undefined> {
  await startBrowserOnce(config);
  if (process.env['BASE_URL']) return undefined;
  const dist = resolve('dist');
  if (!existsSync(resolve(dist, 'index.html'))) {
    throw new Error('There is no dist/ yet: run "npm run build" first, or set BASE_URL.');
  }
  const product = await startFakeProduct(dist);
  process.env['BASE_URL'] = product.url;
  return () => product.close();
}

/** Chromium has been seen to crash in its first start after unpacking, and never in a later one. */
async function startBrowserOnce(config: FullConfig): Promise<void> {
  const options = config.projects[0]?.use.launchOptions ?? {};
  for (let tried = 1; ; tried += 1) {
    try {
      const browser = await chromium.launch(options);
      await browser.newPage();
      await browser.close();
      return;
    } catch (error) {
      if (tried === TRIES) throw error;
      console.error(`The browser did not start, try ${String(tried)} of ${String(TRIES)}:`, error);
    }
  }
}
