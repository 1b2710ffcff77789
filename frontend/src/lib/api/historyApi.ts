import type { Op } from 'quill-delta';
import type { WireChange } from '../sync/messages';
import type { HttpClient } from './httpClient';
import type { Contents, List } from './types';

export interface Person {
  readonly userId: string;
  readonly displayName: string;
  readonly color: string;
}

export interface Version {
  readonly id: string;
  readonly revision: number;
  readonly name: string;
  readonly starred: boolean;
  readonly createdBy: string;
  readonly createdAt: string;
}

export interface SessionAuthor {
  readonly userId: string;
  readonly inserted: number;
  readonly deleted: number;
  readonly changes: number;
}

export interface WorkSession {
  readonly firstRevision: number;
  readonly lastRevision: number;
  readonly startedAt: string;
  readonly endedAt: string;
  readonly changes: number;
  readonly inserted: number;
  readonly deleted: number;
  readonly authors: readonly SessionAuthor[];
  readonly versions: readonly Version[];
}

export interface Timeline {
  readonly items: readonly WorkSession[];
  readonly total: number;
  readonly head: number;
  readonly next: number | null;
  readonly people: readonly Person[];
}

export interface Passage {
  readonly kind: 'kept' | 'added' | 'removed' | 'formatted';
  readonly op: Op;
  readonly userId?: string;
  readonly at?: string;
}

export interface Difference {
  readonly from: number;
  readonly to: number;
  readonly exact: boolean;
  readonly passages: readonly Passage[];
  readonly people: readonly Person[];
}

export interface Stretch {
  readonly length: number;
  readonly userId?: string;
  readonly at?: string;
}

export interface Authorship {
  readonly revision: number;
  readonly stretches: readonly Stretch[];
  readonly people: readonly Person[];
}

/** An edit that would take something back, made to a revision. */
export interface Proposal {
  readonly baseRevision: number;
  readonly changes: number;
  readonly delta: readonly Op[];
}

export interface TextRange {
  readonly index: number;
  readonly length: number;
}

export type TakeBack =
  | { readonly action: 'restore'; readonly revision: number; readonly range?: TextRange }
  | {
      readonly action: 'undo';
      readonly userId: string;
      readonly from: number;
      readonly to: number;
    };

export interface RedactionWish extends TextRange {
  readonly revision: number;
  readonly reason: string;
}

export interface Redaction {
  readonly id: string;
  readonly revision: number;
  readonly userId: string;
  readonly at: string;
  readonly reason: string;
  readonly units: number;
}

/** A picture that is taken out, and what keeps it in the store. */
export interface TakenPicture {
  readonly erased: boolean;
  readonly places: number;
  readonly documents: readonly { readonly id: string; readonly title: string }[];
  readonly otherDocuments: number;
}

export interface RedactionExtent {
  readonly units: number;
  readonly changes: number;
  readonly pictures: readonly TakenPicture[];
}

export interface TimelineFilter {
  readonly userId?: string;
  readonly named: boolean;
}

/** The history of one document over REST. */
export class HistoryApi {
  readonly #http: HttpClient;
  readonly #path: string;

  constructor(http: HttpClient, documentId: string) {
    this.#http = http;
    this.#path = `documents/${documentId}`;
  }

  timeline({ userId, named }: TimelineFilter, before?: number): Promise<Timeline> {
    const query = new URLSearchParams({ limit: '40' });
    if (before !== undefined) query.set('before', String(before));
    if (userId !== undefined) query.set('userId', userId);
    if (named) query.set('named', 'true');
    return this.#http.get(`${this.#path}/history?${query.toString()}`);
  }

  difference(from: number, to: number): Promise<Difference> {
    return this.#http.get(`${this.#path}/history/difference?from=${String(from)}&to=${String(to)}`);
  }

  contents(revision: number): Promise<Contents> {
    return this.#http.get(`${this.#path}/contents?revision=${String(revision)}`);
  }

  changes(after: number, limit: number): Promise<List<WireChange>> {
    return this.#http.get(`${this.#path}/changes?after=${String(after)}&limit=${String(limit)}`);
  }

  authorship(): Promise<Authorship> {
    return this.#http.get(`${this.#path}/authorship`);
  }

  name(revision: number, name: string): Promise<Version> {
    return this.#http.post(`${this.#path}/versions`, { revision, name });
  }

  changeVersion(id: string, change: { name?: string; starred?: boolean }): Promise<Version> {
    return this.#http.patch(`${this.#path}/versions/${id}`, change);
  }

  deleteVersion(id: string): Promise<void> {
    return this.#http.delete(`${this.#path}/versions/${id}`);
  }

  propose({ action, ...wish }: TakeBack): Promise<Proposal> {
    return this.#http.post(`${this.#path}/history/${action}`, { ...wish, dryRun: true });
  }

  takeBack(
    { action, ...wish }: TakeBack,
    clientId: string,
  ): Promise<{ readonly revision: number }> {
    return this.#http.post(`${this.#path}/history/${action}`, { ...wish, clientId, seq: 1 });
  }

  redactionExtent(wish: RedactionWish): Promise<RedactionExtent> {
    return this.#http.post(`${this.#path}/redactions`, { ...wish, dryRun: true });
  }

  redact(wish: RedactionWish): Promise<Redaction> {
    return this.#http.post(`${this.#path}/redactions`, wish);
  }
}
