import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Member, Room, User } from '../../src/lib/api/types';
import type { Role, Self } from '../../src/lib/sync/messages';
import { FakeServer } from '../../src/testing/fakeServer';

const COLORS = ['#b4471f', '#2563a8', '#7a3fa0', '#1f7a4d', '#a3355f'];

interface Account extends User {
  readonly password: string;
}
interface StoredRoom {
  readonly id: string;
  name: string;
  readonly members: Map<string, Role>;
}
interface StoredDocument {
  readonly id: string;
  readonly roomId: string;
  title: string;
  readonly server: FakeServer;
}

export interface Answer {
  readonly status: number;
  readonly json?: unknown;
  readonly cookie?: string;
}

/** REST of the protocol in memory, as far as the pages use it. */
export class FakeRest {
  readonly #users = new Map<string, Account>();
  readonly #rooms = new Map<string, StoredRoom>();
  readonly #documents = new Map<string, StoredDocument>();
  readonly #tickets = new Map<string, { userId: string; documentId: string }>();

  redeem(documentId: string, ticket: string | null) {
    const found = this.#tickets.get(ticket ?? '');
    this.#tickets.delete(ticket ?? '');
    const document = this.#documents.get(documentId);
    const user = this.#users.get(found?.userId ?? '');
    if (found?.documentId !== documentId || document === undefined || user === undefined) {
      return undefined;
    }
    const role = this.#rooms.get(document.roomId)?.members.get(user.id);
    if (role === undefined) return undefined;
    const self: Self = { userId: user.id, displayName: user.displayName, color: user.color };
    return { server: document.server, self, role };
  }

  answer(
    request: IncomingMessage,
    path: string,
    url: URL,
    body: Readonly<Record<string, unknown>>,
  ): Answer {
    const parts = path.split('/');
    const method = request.method ?? 'GET';
    if (parts[0] === 'auth') return this.#auth(parts[1] ?? '', request, body);
    const user = this.#users.get((request.headers.authorization ?? '').replace('Bearer ', ''));
    if (user === undefined) return problem(401, 'unauthenticated');
    if (parts[0] === 'users') return this.#find(url.searchParams.get('email') ?? '');
    if (parts[0] === 'rooms') return this.#room(method, parts, user, body);
    if (parts[0] === 'documents') return this.#document(method, parts, url, user, body);
    return problem(404, 'not-found');
  }

  #auth(action: string, request: IncomingMessage, body: Readonly<Record<string, unknown>>): Answer {
    const users = [...this.#users.values()];
    const email = String(body['email']);
    if (action === 'register') {
      if (users.some((each) => each.email === email)) return problem(409, 'email-taken');
      const color = COLORS[users.length % COLORS.length] ?? '#444444';
      const displayName = String(body['displayName']);
      const user = { id: randomUUID(), email, displayName, color };
      this.#users.set(user.id, { ...user, password: String(body['password']) });
      return { status: 201, json: user };
    }
    if (action === 'login') {
      const user = users.find((each) => each.email === email);
      if (user === undefined || user.password !== body['password'])
        return problem(401, 'invalid-credentials');
      return signedIn(user);
    }
    if (action === 'logout') return { status: 204, cookie: 'refresh=; Path=/; Max-Age=0' };
    const cookie = /refresh=([\w-]+)/.exec(request.headers.cookie ?? '')?.[1];
    const user = this.#users.get(cookie ?? '');
    return user === undefined ? problem(401, 'unauthenticated') : signedIn(user);
  }

  #find(email: string): Answer {
    const items = [...this.#users.values()].filter((each) => each.email === email);
    return list(items);
  }

  #room(
    method: string,
    [, roomId, what, memberId]: string[],
    user: User,
    body: Readonly<Record<string, unknown>>,
  ): Answer {
    if (roomId === undefined && method === 'POST') {
      const room = { id: randomUUID(), name: String(body['name']), members: new Map() };
      room.members.set(user.id, 'owner');
      this.#rooms.set(room.id, room);
      return { status: 201, json: shown(room, user) };
    }
    if (roomId === undefined) {
      const mine = [...this.#rooms.values()].filter(({ members }) => members.has(user.id));
      return list(mine.map((room) => shown(room, user)));
    }
    const room = this.#rooms.get(roomId);
    if (room?.members.has(user.id) !== true) return problem(404, 'not-found');
    if (what === 'members') return this.#members(method, room, memberId, body);
    if (method === 'POST') {
      const server = new FakeServer();
      const document = { id: randomUUID(), roomId, title: String(body['title']), server };
      this.#documents.set(document.id, document);
      return { status: 201, json: this.#shownDocument(document, user) };
    }
    const documents = [...this.#documents.values()].filter((each) => each.roomId === roomId);
    return list(documents.map((each) => this.#shownDocument(each, user)));
  }

  #members(
    method: string,
    room: StoredRoom,
    userId: string | undefined,
    body: Readonly<Record<string, unknown>>,
  ): Answer {
    if (method === 'PUT' && userId !== undefined) room.members.set(userId, body['role'] as Role);
    if (method === 'DELETE' && userId !== undefined) room.members.delete(userId);
    if (method !== 'GET') return { status: 204 };
    const items = [...room.members].map(([id, role]): Member => {
      const displayName = this.#users.get(id)?.displayName ?? '';
      return { userId: id, displayName, role };
    });
    return list(items);
  }

  #document(
    method: string,
    [, documentId = '', what]: string[],
    url: URL,
    user: User,
    body: Readonly<Record<string, unknown>>,
  ): Answer {
    const document = this.#documents.get(documentId);
    const room = this.#rooms.get(document?.roomId ?? '');
    if (document === undefined || room?.members.has(user.id) !== true) {
      return problem(404, 'not-found');
    }
    const log = document.server.document;
    if (what === 'tickets') {
      const ticket = randomUUID();
      this.#tickets.set(ticket, { userId: user.id, documentId });
      return { status: 201, json: { ticket, expiresAt: new Date().toISOString() } };
    }
    if (what === 'contents') {
      return { status: 200, json: { revision: log.head, contents: log.contents().ops } };
    }
    if (what === 'changes') return list(log.after(Number(url.searchParams.get('after'))));
    if (method === 'PATCH') document.title = String(body['title']);
    return { status: 200, json: this.#shownDocument(document, user) };
  }

  #shownDocument({ id, roomId, title, server }: StoredDocument, user: User) {
    const role = this.#rooms.get(roomId)?.members.get(user.id);
    const head = server.document.head;
    return { id, roomId, title, kind: 'text', head, updatedAt: new Date().toISOString(), role };
  }
}

function shown(room: StoredRoom, user: User): Room {
  return { id: room.id, name: room.name, role: room.members.get(user.id) ?? 'viewer' };
}

function list(items: readonly unknown[]): Answer {
  return { status: 200, json: { items, total: items.length } };
}

function problem(status: number, code: string): Answer {
  return { status, json: { type: 'about:blank', title: code, status, code, id: randomUUID() } };
}

function signedIn({ id, email, displayName, color }: Account): Answer {
  const user = { id, email, displayName, color };
  return {
    status: 200,
    json: { accessToken: user.id, expiresIn: 300, user },
    cookie: `refresh=${user.id}; Path=/; HttpOnly; SameSite=Strict`,
  };
}
