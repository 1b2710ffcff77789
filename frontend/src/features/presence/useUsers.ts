import { useMemo, useSyncExternalStore } from 'react';
import type { DocumentSession } from '../../lib/sync/documentSession';
import { usersOf, type PresentUser } from '../../lib/sync/people';

/** Who else is in the document, each of them once. */
export function useUsers(session: DocumentSession): readonly PresentUser[] {
  const people = useSyncExternalStore(session.subscribePeople, () => session.people);
  return useMemo(() => usersOf(people), [people]);
}
