import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';
import { packagedChromium } from './packagedChromium';

export interface Browser {
  readonly executablePath: string;
  readonly env: Readonly<Record<string, string>>;
}

const INSTALLED = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The first Chromium that really starts: named, installed, Playwright's own, the npm package's. */
export async function findChromium(): Promise<Browser> {
  const named = process.env['CHROMIUM_PATH'];
  if (named !== undefined && named !== '') {
    if (starts({ executablePath: named, env: {} })) return { executablePath: named, env: {} };
    throw new Error(`CHROMIUM_PATH is ${named}, and no Chromium starts there.`);
  }
  for (const executablePath of [...onPath(), chromium.executablePath()]) {
    const browser = { executablePath, env: {} };
    if (existsSync(executablePath) && starts(browser)) return browser;
  }
  const packaged = await packagedChromium();
  if (packaged !== undefined && starts(packaged)) return packaged;
  throw new Error(
    'No Chromium was found for the browser tests. Install chromium with your package manager, or ' +
      'set CHROMIUM_PATH to the executable of one.',
  );
}

function onPath(): string[] {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return INSTALLED.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function starts({ executablePath, env }: Browser): boolean {
  try {
    const version = execFileSync(executablePath, ['--version', '--no-sandbox'], {
      env: { ...process.env, ...env },
      encoding: 'utf8',
      timeout: 30_000,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return /chrom/i.test(version);
  } catch {
    // It is not there, or libraries that it needs are not: the next one is tried.
    return false;
  }
}
