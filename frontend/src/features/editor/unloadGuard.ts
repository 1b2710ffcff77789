import type { DocumentSession } from '../../lib/sync/documentSession';

const guarded = new Set<DocumentSession>();

function warn(event: BeforeUnloadEvent): void {
  for (const session of guarded) {
    if (session.hasUnsavedEdits) event.preventDefault();
  }
}

/**
 * The browser asks before it closes a page while an edit is not saved: one of the open document, or of a
 * document that was left and is still being saved.
 */
export function guardUnload(session: DocumentSession): void {
  if (guarded.size === 0) window.addEventListener('beforeunload', warn);
  guarded.add(session);
}

export function releaseUnload(session: DocumentSession): void {
  guarded.delete(session);
  if (guarded.size === 0) window.removeEventListener('beforeunload', warn);
}
