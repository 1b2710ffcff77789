import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const LAUNCHER = resolve(
  '../server-config/payara-micro/launcher/target/collab/collab-launcher.jar',
);
const HEAP = '-Xmx512m';

/** A product of a test's own, as it was built last, which the test may stop, kill and start again. */
export class Product {
  readonly url: string;
  readonly #port: number;
  readonly #folder: string;
  #process: ChildProcess | undefined;

  private constructor(port: number, folder: string) {
    this.#port = port;
    this.#folder = folder;
    this.url = `http://127.0.0.1:${String(port)}/`;
  }

  static async start(): Promise<Product> {
    const product = new Product(await freePort(), await mkdtemp(join(tmpdir(), 'collab-e2e-')));
    await product.start();
    return product;
  }

  /** Fulfilled when it serves. */
  async start(): Promise<void> {
    const java = process.env['JAVA_HOME'] ? `${process.env['JAVA_HOME']}/bin/java` : 'java';
    const started = spawn(java, [HEAP, '-jar', LAUNCHER], {
      env: { ...process.env, PORT: String(this.#port), DATA_DIR: join(this.#folder, 'data') },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#process = started;
    let output = '';
    await new Promise<void>((ready, failed) => {
      const read = (data: Buffer): void => {
        output = (output + data.toString()).slice(-20_000);
        if (output.includes('is ready')) ready();
      };
      started.stdout.on('data', read);
      started.stderr.on('data', read);
      started.on('exit', () => {
        failed(new Error(`the product ended while starting:\n${output}`));
      });
    });
  }

  /** Ends it as a machine that loses its power does, or lets it go in order. */
  async stop(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
    const running = this.#process;
    this.#process = undefined;
    if (running?.exitCode !== null) return;
    const ended = once(running, 'exit');
    running.kill(signal);
    await ended;
  }

  /** Keeps a copy of all data; only while it is stopped. */
  async backUp(): Promise<void> {
    await this.#copy('data', 'backup');
  }

  /** Takes the data back to that copy; only while it is stopped. */
  async restore(): Promise<void> {
    await rm(join(this.#folder, 'data'), { recursive: true, force: true });
    await this.#copy('backup', 'data');
  }

  async #copy(from: string, to: string): Promise<void> {
    // With owners and rights: PostgreSQL is particular about them.
    await promisify(execFile)('cp', ['-a', join(this.#folder, from), join(this.#folder, to)]);
  }

  /** Makes its first administrator; there is one while there is none. */
  async administratorCode(): Promise<string> {
    const file = join(this.#folder, 'data', 'secrets', 'administrator-code');
    return (await readFile(file, 'utf8')).trim();
  }

  async close(): Promise<void> {
    await this.stop();
    await rm(this.#folder, { recursive: true, force: true });
  }
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}
