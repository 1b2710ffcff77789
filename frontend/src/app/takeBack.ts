import Delta from 'quill-delta';
import { Problem } from '../lib/api/problem';
import type { OpenDocument } from '../features/editor/useDocumentEditor';
import { HistoryApi, type TakeBack } from '../lib/api/historyApi';
import type { HttpClient } from '../lib/api/httpClient';
import type { DocumentSession } from '../lib/sync/documentSession';
import { randomUuid } from '../lib/uuid';

const TRIES = 4;
const PATIENCE_MS = 3_000;
const STEP_MS = 50;

export type TakenBack = 'done' | 'nothing';

/**
 * Takes something back as an edit of the user's own, so that it can be undone like any other. That needs the very
 * revision that the server has looked at; where the document never rests for so long, the server makes the edit.
 */
export async function takeBack(
  http: HttpClient,
  documentId: string,
  { session, editor }: Pick<OpenDocument, 'session' | 'editor'>,
  wish: TakeBack,
): Promise<TakenBack> {
  const api = new HistoryApi(http, documentId);
  try {
    for (let left = TRIES; left > 0; left -= 1) {
      await session.saved(PATIENCE_MS);
      const { baseRevision, delta } = await api.propose(wish);
      if (delta.length === 0) return 'nothing';
      await reaches(session, baseRevision);
      if (session.revision === baseRevision && !session.hasUnconfirmedEdits) {
        editor.apply(new Delta([...delta]));
        return 'done';
      }
    }
    await api.takeBack(wish, randomUuid());
    return 'done';
  } catch (error) {
    if (error instanceof Problem && error.code === 'nothing-to-undo') return 'nothing';
    throw error;
  }
}

/** Waits a moment for changes that are on their way. */
async function reaches(session: DocumentSession, revision: number): Promise<void> {
  for (let waited = 0; waited < PATIENCE_MS; waited += STEP_MS) {
    if (session.revision === undefined || session.revision >= revision) return;
    await new Promise((resolve) => setTimeout(resolve, STEP_MS));
  }
}
