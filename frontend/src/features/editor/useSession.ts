import { useSyncExternalStore } from 'react';
import type { DocumentSession } from '../../lib/sync/documentSession';
import { FIRST_VIEW, type SessionView } from '../../lib/sync/sessionView';

const nothing = (): void => undefined;

export function useSessionView(session: DocumentSession | undefined): SessionView {
  return useSyncExternalStore(
    session === undefined ? () => nothing : session.subscribe,
    () => session?.view ?? FIRST_VIEW,
  );
}
