import type { Role } from '../sync/messages';
import type { HttpClient } from './httpClient';
import type { List, Member } from './types';

/** Where access is given. */
export interface Place {
  readonly kind: 'room' | 'document';
  readonly id: string;
}

/** A line of who has access to a document; a group where there is no `userId`. */
export interface Access {
  readonly userId?: string;
  readonly name: string;
  readonly color?: string;
  readonly role: Role;
  readonly roomRole?: Role;
  readonly ownRole?: Role;
  readonly guest: boolean;
}

export interface GroupRole {
  readonly name: string;
  readonly role: Role;
}

export type LinkScope = 'off' | 'organisation' | 'anyone';

export interface ShareLink {
  readonly scope: LinkScope;
  readonly role?: Role;
  readonly expiresAt?: string;
  readonly hasPassword?: boolean;
  readonly token?: string;
}

export interface LinkWish {
  readonly scope: LinkScope;
  readonly role: Role;
  readonly expiresAt?: string | undefined;
  /** Left out, it stays as it is; empty, there is none. */
  readonly password?: string;
}

export interface Invitation {
  readonly id: string;
  readonly email: string;
  readonly role: Role;
  readonly expiresAt: string;
}

export interface IssuedInvitation extends Invitation {
  /** Told this once. */
  readonly token: string;
}

export interface Contact {
  readonly userId: string;
  readonly displayName: string;
  readonly color: string;
}

export interface Found {
  readonly people: readonly Contact[];
  readonly groups: readonly string[];
}

/** What a link tells everybody who has it. */
export interface LinkLook {
  readonly scope: LinkScope;
  readonly role: Role;
  readonly passwordNeeded: boolean;
}

export interface Offer {
  readonly kind: Place['kind'];
  readonly name: string;
  readonly role: Role;
  readonly inviter: string;
}

const PAGE = '?limit=200&offset=0';

/** Giving others access, and getting in by what they have given. */
export class SharingApi {
  readonly #http: HttpClient;

  constructor(http: HttpClient) {
    this.#http = http;
  }

  find(query: string): Promise<Found> {
    return this.#http.get(`directory?q=${encodeURIComponent(query)}`);
  }

  /** Who has access; a room's members and groups are told apart by the server, and put together here. */
  async access(place: Place): Promise<readonly Access[]> {
    if (place.kind === 'document') {
      return (await this.#http.get<List<Access>>(`documents/${place.id}/access${PAGE}`)).items;
    }
    const [groups, members] = await Promise.all([
      this.#http.get<List<GroupRole>>(`rooms/${place.id}/groups${PAGE}`),
      this.#http.get<List<Member>>(`rooms/${place.id}/members${PAGE}`),
    ]);
    return [
      ...groups.items.map(({ name, role }) => ({ name, role, ownRole: role, guest: false })),
      ...members.items.map(({ userId, displayName, role }) => ({
        userId,
        name: displayName,
        role,
        ownRole: role,
        guest: false,
      })),
    ];
  }

  giveUser(place: Place, userId: string, role: Role): Promise<unknown> {
    return this.#http.put(`${path(place)}/members/${userId}`, { role });
  }

  giveGroup(place: Place, name: string, role: Role): Promise<unknown> {
    return this.#http.put(`${path(place)}/groups`, { name, role });
  }

  take(place: Place, { userId, name }: Access): Promise<void> {
    return this.#http.delete(
      userId === undefined
        ? `${path(place)}/groups?name=${encodeURIComponent(name)}`
        : `${path(place)}/members/${userId}`,
    );
  }

  handOver(place: Place, userId: string): Promise<unknown> {
    return this.#http.put(`${path(place)}/owner`, { userId });
  }

  link(documentId: string): Promise<ShareLink> {
    return this.#http.get(`documents/${documentId}/link`);
  }

  setLink(documentId: string, wish: LinkWish): Promise<ShareLink> {
    return this.#http.put(`documents/${documentId}/link`, wish);
  }

  renewLink(documentId: string): Promise<ShareLink> {
    return this.#http.post(`documents/${documentId}/link/token`);
  }

  async invitations(place: Place): Promise<readonly Invitation[]> {
    return (await this.#http.get<List<Invitation>>(`${path(place)}/invitations`)).items;
  }

  invite(place: Place, email: string, role: Role): Promise<IssuedInvitation> {
    return this.#http.post(`${path(place)}/invitations`, { email, role });
  }

  withdraw(place: Place, id: string): Promise<void> {
    return this.#http.delete(`${path(place)}/invitations/${id}`);
  }

  look(token: string): Promise<LinkLook> {
    return this.#http.get(`links/${encodeURIComponent(token)}`);
  }

  visit(token: string, password: string): Promise<{ readonly documentId: string }> {
    return this.#http.post(`links/${encodeURIComponent(token)}`, keyOf(password));
  }

  /** Signs a guest in under a name. */
  join(token: string, displayName: string, password: string) {
    return this.#http.signInBy<{ readonly documentId: string }>(
      `links/${encodeURIComponent(token)}/guests`,
      { displayName, ...keyOf(password) },
    );
  }

  offer(token: string): Promise<Offer> {
    return this.#http.get(`invitations/${encodeURIComponent(token)}`);
  }

  accept(token: string): Promise<Place> {
    return this.#http.post(`invitations/${encodeURIComponent(token)}`);
  }
}

function path({ kind, id }: Place): string {
  return kind === 'room' ? `rooms/${id}` : `documents/${id}`;
}

function keyOf(password: string): { readonly password?: string } {
  return password === '' ? {} : { password };
}
