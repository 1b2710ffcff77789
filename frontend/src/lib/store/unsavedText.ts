import Delta from 'quill-delta';
import { insertedText } from '../ot/deltaText';
import type { EditStore } from './editStore';

/** All text of a user's unsaved edits of one document that the device has; empty where there is none. */
export async function unsavedText(
  store: EditStore,
  userId: string,
  documentId: string,
): Promise<string> {
  try {
    const queues = await store.queues(userId, documentId);
    const kept = await store.kept(userId, documentId);
    const queued = queues.map(({ queue: { inflight, buffer } }) =>
      insertedText(
        [inflight, buffer].map((each) => new Delta(each === undefined ? [] : [...each.delta])),
      ),
    );
    return [...kept.map(({ text }) => text), ...queued].filter((text) => text !== '').join('\n');
  } catch {
    return '';
  }
}
