import type { CollabApi } from '../api/collabApi';
import { browserDevice } from '../store/browserDevice';
import { browserSession } from './browserSession';
import { sendLeftQueues } from './openSession';

/** Sends what the user has left unsent in documents that no tab has open. */
export async function sendLeftEdits(api: CollabApi, userId: string): Promise<void> {
  const left = await browserDevice.store.queues(userId);
  for (const documentId of new Set(left.map(({ queue }) => queue.documentId))) {
    await sendLeftQueues(browserSession(api, userId, documentId));
  }
}
