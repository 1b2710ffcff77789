import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Me, Member, Room, User } from '../../src/lib/api/types';
import type { Role, Self } from '../../src/lib/sync/messages';
import { FakeServer } from '../../src/testing/fakeServer';

const COLORS = ['#b4471f', '#2563a8', '#7a3fa0', '#1f7a4d', '#a3355f'];

interface Account extends Me {
  readonly password: string;
}
interface StoredRoom {
  readonly id: string;
  name: string;
  readonly members: Map<string, Role>;
}
interface StoredDocument {
  readonly id: string;
  roomId: string;
  title: string;
  deletedAt: string | null;
  readonly by: string;
  readonly at: string;
  readonly server: FakeServer;
  readonly favouriteOf: Set<string>;
  readonly visitedBy: Set<string>;
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
  readonly #links = new Map<string, object>();
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
    if (parts[0] === 'users') {
      return method === 'PATCH'
        ? this.#change(user, body)
        : this.#find(url.searchParams.get('email') ?? '');
    }
    if (parts[0] === 'directory') return this.#directory(url.searchParams.get('q') ?? '');
    if (parts[0] === 'search') return this.#search(url.searchParams.get('q') ?? '', user);
    if (parts[0] === 'documents' && parts[1] === undefined) {
      return this.#list(url.searchParams.get('filter'), user);
    }
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

  #directory(query: string): Answer {
    const people = [...this.#users.values()]
      .filter(({ email }) => email === query)
      .map(({ id, displayName, color }) => ({ userId: id, displayName, color }));
    return { status: 200, json: { people, groups: [] } };
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
    if (what === 'groups' || what === 'invitations') return list([]);
    if (what === undefined) {
      if (method === 'PATCH') room.name = String(body['name']);
      if (method === 'DELETE') this.#rooms.delete(roomId);
      return method === 'DELETE' ? { status: 204 } : { status: 200, json: shown(room, user) };
    }
    if (method === 'POST') {
      const document = stored(roomId, String(body['title']), user);
      this.#documents.set(document.id, document);
      return { status: 201, json: this.#shownDocument(document, user) };
    }
    return this.#shownList(user, (each) => each.deletedAt === null && each.roomId === roomId);
  }

  #list(filter: string | null, user: User): Answer {
    return this.#shownList(user, (each) => {
      if (filter === 'trash') return each.deletedAt !== null;
      const chosen = filter === 'favourites' ? each.favouriteOf : each.visitedBy;
      return each.deletedAt === null && chosen.has(user.id);
    });
  }

  #shownList(user: User, isWanted: (document: StoredDocument) => boolean): Answer {
    const mine = [...this.#documents.values()].filter(
      (each) => this.#rooms.get(each.roomId)?.members.has(user.id) === true && isWanted(each),
    );
    return list(mine.map((each) => this.#shownDocument(each, user)));
  }

  /** By titles only. */
  #search(words: string, user: User): Answer {
    const found = [...this.#documents.values()].filter(
      (each) =>
        each.deletedAt === null &&
        this.#rooms.get(each.roomId)?.members.has(user.id) === true &&
        each.title.toLowerCase().includes(words.toLowerCase()),
    );
    return list(
      found.map((each) => ({
        document: this.#shownDocument(each, user),
        titleRanges: [],
        snippet: '',
        ranges: [],
      })),
    );
  }

  #change(user: User, body: Readonly<Record<string, unknown>>): Answer {
    const account = this.#users.get(user.id);
    if (account === undefined) return problem(404, 'not-found');
    const changed = { ...account, ...body };
    this.#users.set(user.id, changed);
    return { status: 200, json: known(changed) };
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
    if (what === 'restore') {
      document.deletedAt = null;
      return { status: 200, json: this.#shownDocument(document, user) };
    }
    if (document.deletedAt !== null) return problem(404, 'not-found');
    if (what === 'favourite') {
      if (method === 'PUT') document.favouriteOf.add(user.id);
      else document.favouriteOf.delete(user.id);
      return { status: 204 };
    }
    if (what === 'copies') {
      const copy = stored(document.roomId, String(body['title']), user);
      this.#documents.set(copy.id, copy);
      return { status: 201, json: this.#shownDocument(copy, user) };
    }
    const log = document.server.document;
    if (what === 'tickets') {
      const ticket = randomUUID();
      this.#tickets.set(ticket, { userId: user.id, documentId });
      document.visitedBy.add(user.id);
      return { status: 201, json: { ticket, expiresAt: new Date().toISOString() } };
    }
    if (what === 'contents') {
      return { status: 200, json: { revision: log.head, contents: log.contents().ops } };
    }
    if (what === 'access' || what === 'invitations') return list([]);
    if (what === 'link') {
      if (method === 'PUT') this.#links.set(documentId, { ...body, token: 'token' });
      return { status: 200, json: this.#links.get(documentId) ?? { scope: 'off' } };
    }
    if (what === 'changes') return list(log.after(Number(url.searchParams.get('after'))));
    if (method === 'PATCH') {
      const { title = document.title, roomId = document.roomId } = body as Partial<StoredDocument>;
      Object.assign(document, { title, roomId });
    }
    if (method === 'DELETE') {
      document.deletedAt = new Date().toISOString();
      return { status: 204 };
    }
    return { status: 200, json: this.#shownDocument(document, user) };
  }

  #shownDocument(document: StoredDocument, user: User) {
    const { id, roomId, title, deletedAt, server, by, at } = document;
    const room = this.#rooms.get(roomId);
    const author = this.#users.get(by);
    return {
      id,
      roomId,
      roomName: room?.name ?? '',
      title,
      kind: 'text',
      head: server.document.head,
      createdAt: at,
      updatedAt: at,
      updatedBy: author === undefined ? null : person(author),
      present: [],
      favourite: document.favouriteOf.has(user.id),
      deletedAt,
      role: room?.members.get(user.id),
    };
  }
}

function stored(roomId: string, title: string, user: User): StoredDocument {
  return {
    id: randomUUID(),
    roomId,
    title,
    deletedAt: null,
    by: user.id,
    at: new Date().toISOString(),
    server: new FakeServer(),
    favouriteOf: new Set(),
    visitedBy: new Set([user.id]),
  };
}

function person({ id, displayName, color }: User) {
  return { userId: id, displayName, color };
}

/** A user without what only the server knows. */
function known({ id, email, displayName, color, language, theme }: Account): Me {
  return { id, email, displayName, color, language: language ?? null, theme: theme ?? null };
}

function shown(room: StoredRoom, user: User): Room {
  const role = room.members.get(user.id) ?? 'viewer';
  return { id: room.id, name: room.name, role, historyForViewers: true };
}

function list(items: readonly unknown[]): Answer {
  return { status: 200, json: { items, total: items.length } };
}

function problem(status: number, code: string): Answer {
  return { status, json: { type: 'about:blank', title: code, status, code, id: randomUUID() } };
}

function signedIn(account: Account): Answer {
  const user = known(account);
  return {
    status: 200,
    json: { accessToken: user.id, expiresIn: 300, user },
    cookie: `refresh=${user.id}; Path=/; HttpOnly; SameSite=Strict`,
  };
}
