import { randomUUID } from 'node:crypto';
import type { Op } from 'quill-delta';
import { WebSocket } from 'ws';
import type { ClientMessage, ServerMessage, WireChange } from '../src/lib/sync/messages';

export interface BotAccount {
  readonly userId: string;
  readonly name: string;
  readonly token: string;
}

/** Signs up through REST. */
export async function botAccount(base: string, name: string): Promise<BotAccount> {
  const email = `bot-${randomUUID()}@example.com`;
  const password = `pw-${randomUUID()}`;
  const user = await post<{ id: string }>(base, 'api/auth/register', {
    email,
    password,
    displayName: name,
  });
  const { accessToken } = await post<{ accessToken: string }>(base, 'api/auth/login', {
    email,
    password,
  });
  return { userId: user.id, name, token: accessToken };
}

export async function post<T>(
  base: string,
  path: string,
  body: unknown,
  token?: string,
  method = 'POST',
): Promise<T> {
  const answer = await fetch(new URL(path, base), {
    method,
    headers: {
      'Content-Type': 'application/json',
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path}: ${String(answer.status)} ${text}`);
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

/** Somebody in a document without a browser: speaks the protocol and nothing else. */
export class Bot {
  readonly account: BotAccount;
  readonly clientId = randomUUID();
  readonly #socket: WebSocket;
  #revision = 0;
  #length = 0;
  #seq = 0;
  #inflight: ((revision: number) => void) | undefined;
  #inflightOps: readonly Op[] = [];

  private constructor(account: BotAccount, socket: WebSocket) {
    this.account = account;
    this.#socket = socket;
  }

  static async join(base: string, account: BotAccount, documentId: string): Promise<Bot> {
    const path = `api/documents/${documentId}/tickets`;
    const { ticket } = await post<{ ticket: string }>(base, path, {}, account.token);
    const url = new URL(`ws/documents/${documentId}?ticket=${ticket}`, base);
    url.protocol = 'ws:';
    const bot = new Bot(
      account,
      new WebSocket(url, 'collab.v1', { headers: { Origin: new URL(base).origin } }),
    );
    await bot.#welcomed();
    return bot;
  }

  /** In UTF-16 code units, with the final newline. */
  get length(): number {
    return this.#length;
  }

  moveCaret(index: number, length = 0, status?: 'idle' | 'active'): void {
    this.#send({
      type: 'cursor',
      revision: this.#revision,
      range: { index: Math.min(index, this.#length - 1), length },
      ...(status === undefined ? {} : { status }),
    });
  }

  /** Fulfilled when it is committed. */
  edit(ops: readonly Op[]): Promise<number> {
    if (this.#inflight !== undefined) throw new Error('a bot has one edit in flight');
    this.#seq += 1;
    this.#inflightOps = ops;
    const done = new Promise<number>((resolve) => (this.#inflight = resolve));
    this.#send({
      type: 'submit',
      seq: this.#seq,
      baseRevision: this.#revision,
      delta: ops,
    });
    return done;
  }

  type(index: number, text: string): Promise<number> {
    const at = Math.min(index, this.#length - 1);
    return this.edit(at === 0 ? [{ insert: text }] : [{ retain: at }, { insert: text }]);
  }

  leave(): void {
    this.#socket.close();
  }

  #welcomed(): Promise<void> {
    const { clientId } = this;
    return new Promise((resolve, reject) => {
      this.#socket.on('error', reject);
      this.#socket.on('open', () => {
        this.#send({ type: 'hello', protocol: 1, clientId, revision: null });
      });
      this.#socket.on('message', (data: Buffer) => {
        const message = JSON.parse(data.toString()) as ServerMessage;
        if (message.type === 'welcome') {
          this.#revision = message.revision ?? message.head;
          this.#length = lengthAfter(0, message.contents ?? []);
          resolve();
        } else if (message.type === 'changes') {
          message.changes.forEach((change) => {
            this.#apply(change);
          });
        }
      });
    });
  }

  #apply({ clientId, delta, revision, seq }: WireChange): void {
    const isOwn = clientId === this.clientId && seq === this.#seq;
    this.#length = lengthAfter(this.#length, delta ?? (isOwn ? this.#inflightOps : []));
    this.#revision = revision;
    if (!isOwn) return;
    const done = this.#inflight;
    this.#inflight = undefined;
    done?.(revision);
  }

  #send(message: ClientMessage): void {
    this.#socket.send(JSON.stringify(message));
  }
}

function lengthAfter(length: number, ops: readonly Op[]): number {
  return ops.reduce((sum, { delete: gone = 0, insert }) => {
    if (insert === undefined) return sum - gone;
    return sum + (typeof insert === 'string' ? insert.length : 1);
  }, length);
}
