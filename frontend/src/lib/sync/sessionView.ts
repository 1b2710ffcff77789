import type { Participant, Role, Self } from './messages';
import type { Status } from './status';

export interface Kept {
  readonly code: string;
  readonly text: string;
}

/** What the page shows of a session; a new object whenever something in it changed. */
export interface SessionView {
  readonly status: Status;
  readonly role: Role | undefined;
  readonly self: Self | undefined;
  readonly participants: readonly Participant[];
  /** Edits that could not be saved; the user can copy their text. */
  readonly kept: readonly Kept[];
}

export const FIRST_VIEW: SessionView = {
  status: { kind: 'opening' },
  role: undefined,
  self: undefined,
  participants: [],
  kept: [],
};
