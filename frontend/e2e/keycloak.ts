import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

const REALM = resolve('../server-config/keycloak/collab-realm.json');
const ADMIN = { username: 'admin', password: 'admin of these tests' };

/** A real Keycloak from its distribution, which KEYCLOAK_HOME names, with the realm of server-config/keycloak. */
export class Keycloak {
  readonly url: string;
  readonly #process: ChildProcess;

  private constructor(url: string, process: ChildProcess) {
    this.url = url;
    this.#process = process;
  }

  /** Fulfilled when it serves. */
  static async start(port: number, application: string): Promise<Keycloak> {
    const home = process.env['KEYCLOAK_HOME'];
    if (home === undefined) throw new Error('KEYCLOAK_HOME names no Keycloak');
    await rm(join(home, 'data'), { recursive: true, force: true });
    await mkdir(join(home, 'data', 'import'), { recursive: true });
    const realm = await readFile(REALM, 'utf8');
    await writeFile(
      join(home, 'data', 'import', 'collab-realm.json'),
      realm.replaceAll('https://collab.example.org/', application),
    );
    const started = spawn(
      join(home, 'bin', 'kc.sh'),
      ['start-dev', '--import-realm', '--http-host=127.0.0.1', `--http-port=${String(port)}`],
      {
        env: {
          ...process.env,
          KC_BOOTSTRAP_ADMIN_USERNAME: ADMIN.username,
          KC_BOOTSTRAP_ADMIN_PASSWORD: ADMIN.password,
          JAVA_OPTS_KC_HEAP: '-Xms128m -Xmx512m',
        },
        stdio: ['ignore', 'pipe', 'pipe'],
        detached: true,
      },
    );
    const keycloak = new Keycloak(`http://127.0.0.1:${String(port)}/`, started);
    let output = '';
    await new Promise<void>((ready, failed) => {
      const read = (data: Buffer): void => {
        output = (output + data.toString()).slice(-20_000);
        if (output.includes('Listening on:')) ready();
      };
      started.stdout.on('data', read);
      started.stderr.on('data', read);
      started.on('exit', () => {
        failed(new Error(`Keycloak ended while starting:\n${output}`));
      });
    });
    return keycloak;
  }

  /** Its script starts a Java beside itself: both are one process group. */
  async close(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.pid === undefined) return;
    const ended = once(this.#process, 'exit');
    process.kill(-this.#process.pid, 'SIGTERM');
    await ended;
  }

  get issuer(): string {
    return `${this.url}realms/collab`;
  }

  /** A new user with a verified address; the id. */
  async createUser(name: string, email: string, password: string): Promise<string> {
    await this.#admin('POST', 'users', {
      username: email,
      email,
      emailVerified: true,
      firstName: name,
      lastName: 'of Example',
      enabled: true,
      credentials: [{ type: 'password', value: password, temporary: false }],
    });
    const found = await this.#admin('GET', `users?username=${encodeURIComponent(email)}`);
    return ((await found.json()) as { id: string }[])[0]?.id ?? '';
  }

  async join(userId: string, group: string): Promise<void> {
    await this.#admin('PUT', `users/${userId}/groups/${await this.#group(group)}`);
  }

  async leave(userId: string, group: string): Promise<void> {
    await this.#admin('DELETE', `users/${userId}/groups/${await this.#group(group)}`);
  }

  /** Ends all of a user's sessions, as an administrator does. */
  async signOut(userId: string): Promise<void> {
    await this.#admin('POST', `users/${userId}/logout`);
  }

  async #group(name: string): Promise<string> {
    const found = await this.#admin('GET', `groups?search=${name}`);
    return ((await found.json()) as { id: string }[])[0]?.id ?? '';
  }

  async #admin(method: string, path: string, body?: unknown): Promise<Response> {
    const login = await fetch(`${this.url}realms/master/protocol/openid-connect/token`, {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'password', client_id: 'admin-cli', ...ADMIN }),
    });
    const { access_token: token } = (await login.json()) as { access_token: string };
    const answer = await fetch(`${this.url}admin/realms/collab/${path}`, {
      method,
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${String(answer.status)}`);
    return answer;
  }
}
