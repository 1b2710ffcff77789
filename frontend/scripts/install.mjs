// Runs `npm ci` where node_modules does not come from the present package-lock.json. The stamp is a
// copy of the lockfile that was installed, written last: an interrupted installation has none.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const lockfile = `${root}package-lock.json`;
const stamp = `${root}node_modules/.installed-lock.json`;

const upToDate =
  existsSync(`${root}node_modules/.package-lock.json`) &&
  existsSync(stamp) &&
  readFileSync(stamp).equals(readFileSync(lockfile));

if (upToDate) {
  console.log('node_modules is up to date');
} else {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  // The browser for the end-to-end tests is an npm package; Playwright must not fetch another one.
  const env = { ...process.env, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' };
  const { status, error } = spawnSync(npm, ['ci'], { cwd: root, stdio: 'inherit', env });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
  copyFileSync(lockfile, stamp);
}
