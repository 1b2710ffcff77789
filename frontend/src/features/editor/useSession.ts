import { useSyncExternalStore } from 'react';
import type { DocumentSession } from '../../lib/sync/documentSession';
import { FIRST_VIEW, type SessionView } from '../../lib/sync/sessionView';

const nothing = (): void => undefined;

export function useSessionView(session: DocumentSession | undefined): SessionView {
  return useSessionPart(session, whole);
}

/**
 * A part of what the page shows of a session: what stands still while the user types is not rendered
 * again at each key. The same view has to give the same part.
 */
export function useSessionPart<T>(
  session: DocumentSession | undefined,
  part: (view: SessionView) => T,
): T {
  return useSyncExternalStore(session === undefined ? () => nothing : session.subscribe, () =>
    part(session?.view ?? FIRST_VIEW),
  );
}

function whole(view: SessionView): SessionView {
  return view;
}
