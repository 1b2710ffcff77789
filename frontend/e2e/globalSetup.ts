import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { startFakeProduct } from './fake/fakeProduct';

/** Without a running product named by BASE_URL, the built pages run against a server in memory. */
export default async function globalSetup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env['BASE_URL']) return undefined;
  const dist = resolve('dist');
  if (!existsSync(resolve(dist, 'index.html'))) {
    throw new Error('There is no dist/ yet: run "npm run build" first, or set BASE_URL.');
  }
  const product = await startFakeProduct(dist);
  process.env['BASE_URL'] = product.url;
  return () => product.close();
}
