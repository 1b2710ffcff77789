import { execFile } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { chmod, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createBrotliDecompress } from 'node:zlib';
import type { Browser } from './findChromium';

const CACHE = resolve('node_modules/.cache/chromium');

/**
 * The Chromium inside the npm package: a binary that a plain `npm ci` brings along, with the libraries
 * and the font that bare machines lack. Unpacked once, next to the other packages.
 */
export async function packagedChromium(): Promise<Browser | undefined> {
  const bin = binFolder();
  if (bin === undefined) return undefined;
  if (!existsSync(join(CACHE, 'chromium'))) await unpack(bin);
  return {
    executablePath: join(CACHE, 'chromium'),
    env: {
      LD_LIBRARY_PATH: [join(CACHE, 'al2023', 'lib'), process.env['LD_LIBRARY_PATH']]
        .filter(Boolean)
        .join(':'),
      FONTCONFIG_FILE: join(CACHE, 'fonts.conf'),
    },
  };
}

function binFolder(): string | undefined {
  try {
    const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
    const root = entry.slice(0, entry.lastIndexOf('chromium/build') + 'chromium'.length);
    return join(root, 'bin');
  } catch {
    // An installation without development packages has none.
    return undefined;
  }
}

/** Into a folder of its own first, so that an interrupted run leaves nothing that looks complete. */
async function unpack(bin: string): Promise<void> {
  const half = `${CACHE}.${String(process.pid)}`;
  await mkdir(half, { recursive: true });
  await decompress(join(bin, 'chromium.br'), join(half, 'chromium'));
  await chmod(join(half, 'chromium'), 0o755);
  await untar(join(bin, 'al2023.tar.br'), join(half, 'al2023'));
  await untar(join(bin, 'fonts.tar.br'), join(half, 'fonts'));
  await writeFile(
    join(half, 'fonts.conf'),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>` +
      `<dir>${join(CACHE, 'fonts')}</dir><cachedir>${join(CACHE, 'font-cache')}</cachedir></fontconfig>`,
  );
  await rm(CACHE, { recursive: true, force: true });
  await mkdir(dirname(CACHE), { recursive: true });
  await rename(half, CACHE);
}

/** By way of a file: tar stops reading a pipe at the archive's end mark, before all of it is written. */
async function untar(archive: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const plain = `${folder}.tar`;
  await decompress(archive, plain);
  await promisify(execFile)('tar', ['-xf', plain, '-C', folder]);
  await rm(plain);
}

async function decompress(packed: string, plain: string): Promise<void> {
  await pipeline(createReadStream(packed), createBrotliDecompress(), createWriteStream(plain));
}
