import type { Op } from 'quill-delta';
import type { Role, WireChange } from '../sync/messages';

export interface User {
  readonly id: string;
  readonly email: string | null;
  readonly displayName: string;
  readonly color: string;
}

/** Users as they see themselves: with what they have chosen, on whatever device. */
export interface Me extends User {
  readonly language?: string | null;
  readonly theme?: string | null;
  /** Came by a link and gave a name: without an account. */
  readonly guest?: boolean;
  readonly administrator?: boolean;
}

export type Settings = Partial<
  Readonly<Record<'displayName' | 'color' | 'language' | 'theme', string>>
>;

/** Somebody in a list of documents. */
export interface Author {
  readonly userId: string;
  readonly displayName: string;
  readonly color: string;
}

export interface Room {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  /** Whether viewers see what has been in its documents before. */
  readonly historyForViewers: boolean;
}

export interface Document {
  readonly id: string;
  readonly roomId: string;
  readonly roomName: string;
  readonly title: string;
  readonly head: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly updatedBy: Author | null;
  /** Who is in it now. */
  readonly present: readonly Author[];
  readonly favourite: boolean;
  readonly deletedAt: string | null;
  readonly role: Role;
}

export type DocumentOrder = 'updated' | 'title';

/** A list of documents that the start page shows. */
export type DocumentList =
  | { readonly kind: 'recent' | 'favourites' | 'shared' | 'trash' }
  | { readonly kind: 'room'; readonly roomId: string; readonly order: DocumentOrder };

/** UTF-16 units of a text. */
export interface TextRange {
  readonly index: number;
  readonly length: number;
}

/** A document that a search has found. */
export interface Hit {
  readonly document: Document;
  readonly titleRanges: readonly TextRange[];
  readonly snippet: string;
  readonly ranges: readonly TextRange[];
}

export interface Member {
  readonly userId: string;
  readonly displayName: string;
  readonly role: Role;
}

export interface StoredImage {
  readonly id: string;
  readonly width: number;
  readonly height: number;
}

export interface List<T> {
  readonly items: readonly T[];
  readonly total: number;
}

export interface SignIn {
  readonly accessToken: string;
  readonly expiresIn: number;
  readonly user: Me;
}

export interface Contents {
  readonly revision: number;
  readonly contents: readonly Op[];
}

export type ChangeList = List<WireChange>;
