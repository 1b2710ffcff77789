import type { Activity, Participant } from './messages';

export type PersonStatus = Activity | 'typing';

export interface Present extends Participant {
  readonly status: PersonStatus;
}

/** Somebody who is in the document, with however many windows. */
export interface PresentUser {
  readonly userId: string;
  readonly displayName: string;
  readonly color: string;
  readonly status: PersonStatus;
}

const LIVELINESS: Readonly<Record<PersonStatus, number>> = { idle: 0, active: 1, typing: 2 };

/** One for each user, as lively as the liveliest window; those who are active before those who are idle. */
export function usersOf(present: readonly Present[]): readonly PresentUser[] {
  const users = new Map<string, PresentUser>();
  for (const { userId, displayName, color, status } of present) {
    const known = users.get(userId);
    if (known === undefined || LIVELINESS[status] > LIVELINESS[known.status]) {
      users.set(userId, { userId, displayName, color, status });
    }
  }
  const all = [...users.values()];
  return [...all.filter(isThere), ...all.filter((user) => !isThere(user))];
}

function isThere({ status }: PresentUser): boolean {
  return status !== 'idle';
}

export function samePeople(one: readonly Present[], other: readonly Present[]): boolean {
  return (
    one.length === other.length &&
    one.every((person, at) => {
      const also = other[at];
      return also?.clientId === person.clientId && also.status === person.status;
    })
  );
}
