import type { HttpClient } from './httpClient';
import type { List } from './types';

export interface UserRow {
  readonly id: string;
  readonly email?: string;
  readonly displayName: string;
  readonly color: string;
  readonly kind: 'member' | 'guest' | 'erased';
  readonly administrator: boolean;
  readonly suspended: boolean;
  readonly held: boolean;
  readonly usedAt?: string;
  readonly sessions: number;
}

export interface RoomRow {
  readonly id: string;
  readonly name: string;
  readonly owners?: string;
  readonly members: number;
  readonly documents: number;
  readonly characters: number;
  readonly imageBytes: number;
  readonly held: boolean;
  readonly deletedAt?: string;
}

export interface SessionRow {
  readonly id: string;
  readonly usedAt: string;
  readonly address?: string | null;
  readonly userAgent?: string | null;
}

export interface OwnedSession {
  readonly userId: string;
  readonly userName: string;
  readonly email: string | null;
  readonly session: SessionRow & { readonly current: boolean };
}

export interface AuditEvent {
  readonly number: number;
  readonly at: string;
  readonly actor: string | null;
  readonly address: string | null;
  readonly action: string;
  readonly subjectKind: string | null;
  readonly subject: string | null;
  readonly details: Readonly<Record<string, unknown>>;
}

export interface AuditPage extends List<AuditEvent> {
  readonly names: Readonly<Record<string, string>>;
}

export interface AuditVerdict {
  readonly verified: boolean;
  readonly events: number;
  readonly head: number;
  readonly hash: string;
  readonly firstInvalid?: number;
}

export interface SettingRow {
  readonly key: string;
  readonly value?: string;
  readonly source: string;
  readonly fallback?: string;
  readonly known: boolean;
}

export interface StorageUse {
  readonly database: number;
  readonly history: number;
  readonly images: number;
  readonly searchIndex: number;
  readonly audit: number;
  readonly documents: number;
  readonly users: number;
  readonly largest: readonly {
    readonly id: string;
    readonly roomName: string;
    readonly characters: number;
    readonly changes: number;
    readonly imageBytes: number;
  }[];
}

export interface HeldRow {
  readonly kind: 'document' | 'room' | 'user';
  readonly targetId: string;
  readonly name: string;
  readonly reason: string;
  readonly placedBy: string;
  readonly placedAt: string;
}

/** Administration's REST resources. */
export class AdministrationApi {
  readonly #http: HttpClient;

  constructor(http: HttpClient) {
    this.#http = http;
  }

  /** The next access token tells of the new right. */
  async claim(code: string): Promise<void> {
    await this.#http.post('admin/claim', { code });
    await this.#http.refresh();
  }

  users(text: string, limit: number): Promise<List<UserRow>> {
    return this.#http.get(`admin/users?${page(limit, { text })}`);
  }

  changeUser(id: string, change: { suspended?: boolean; administrator?: boolean }): Promise<void> {
    return this.#http.patch(`admin/users/${id}`, change);
  }

  resetPassword(id: string): Promise<{ readonly password: string }> {
    return this.#http.post(`admin/users/${id}/password`);
  }

  eraseUser(id: string, heir: string | undefined): Promise<void> {
    return this.#http.delete(`admin/users/${id}${heir === undefined ? '' : `?heir=${heir}`}`);
  }

  sessions(id: string): Promise<List<SessionRow>> {
    return this.#http.get(`admin/users/${id}/sessions`);
  }

  revoke(id: string, session: string): Promise<void> {
    return this.#http.delete(`admin/users/${id}/sessions/${session}`);
  }

  allSessions(text: string, limit: number): Promise<List<OwnedSession>> {
    return this.#http.get(`admin/sessions?${page(limit, { text })}`);
  }

  rooms(text: string, limit: number): Promise<List<RoomRow>> {
    return this.#http.get(`admin/rooms?${page(limit, { text })}`);
  }

  deleteRoom(id: string): Promise<void> {
    return this.#http.delete(`admin/rooms/${id}`);
  }

  restoreRoom(id: string): Promise<void> {
    return this.#http.post(`admin/rooms/${id}/restore`);
  }

  giveOwner(id: string, userId: string): Promise<void> {
    return this.#http.put(`admin/rooms/${id}/owner`, { userId });
  }

  audit(filter: Readonly<Record<string, string>>, limit: number): Promise<AuditPage> {
    return this.#http.get(`admin/audit?${page(limit, filter)}`);
  }

  auditExport(filter: Readonly<Record<string, string>>): Promise<Blob> {
    return this.#http.getBlob(`admin/audit/export?${new URLSearchParams(filter).toString()}`);
  }

  verify(): Promise<AuditVerdict> {
    return this.#http.get('admin/audit/verify');
  }

  settings(): Promise<List<SettingRow>> {
    return this.#http.get('admin/settings');
  }

  storage(): Promise<StorageUse> {
    return this.#http.get('admin/storage');
  }

  holds(): Promise<List<HeldRow>> {
    return this.#http.get('admin/holds');
  }

  hold(kind: string, id: string, reason: string): Promise<void> {
    return this.#http.put(`admin/holds/${kind}/${id}`, { reason });
  }

  release(kind: string, id: string): Promise<void> {
    return this.#http.delete(`admin/holds/${kind}/${id}`);
  }
}

function page(limit: number, filter: Readonly<Record<string, string>>): string {
  return new URLSearchParams({ limit: String(limit), offset: '0', ...filter }).toString();
}
