import type { KeptEdit } from '../store/storedQueue';
import type { Role, Self } from './messages';
import type { Status } from './status';

/** What the page shows of a session; a new object whenever something in it changed. */
export interface SessionView {
  readonly status: Status;
  readonly role: Role | undefined;
  readonly self: Self | undefined;
  /** Edits that could not be saved, until the user decides about them. */
  readonly kept: readonly KeptEdit[];
  /** Whether the device keeps what is unconfirmed; otherwise it is lost with the page. */
  readonly storing: boolean;
}

export const FIRST_VIEW: SessionView = {
  status: { kind: 'opening' },
  role: undefined,
  self: undefined,
  kept: [],
  storing: true,
};
