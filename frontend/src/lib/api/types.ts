import type { Op } from 'quill-delta';
import type { Role, WireChange } from '../sync/messages';

export interface User {
  readonly id: string;
  readonly email: string;
  readonly displayName: string;
  readonly color: string;
}

export interface Room {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
}

export interface Document {
  readonly id: string;
  readonly roomId: string;
  readonly title: string;
  readonly head: number;
  readonly updatedAt: string;
  readonly role: Role;
}

export interface Member {
  readonly userId: string;
  readonly displayName: string;
  readonly role: Role;
}

export interface List<T> {
  readonly items: readonly T[];
  readonly total: number;
}

export interface SignIn {
  readonly accessToken: string;
  readonly expiresIn: number;
  readonly user: User;
}

export interface Contents {
  readonly revision: number;
  readonly contents: readonly Op[];
}

export type ChangeList = List<WireChange>;
