import type { CollabApi } from '../../lib/api/collabApi';
import { documentRemote } from '../../lib/api/documentRemote';
import { browserDevice } from '../../lib/store/browserDevice';
import { systemClock } from '../../lib/sync/clock';
import type { DocumentSession } from '../../lib/sync/documentSession';
import { openSession } from '../../lib/sync/openSession';
import { openBrowserSocket } from '../../lib/sync/socket';
import { browserWakeUps } from '../../lib/sync/wakeUps';

export function openEditorSession(
  api: CollabApi,
  userId: string,
  documentId: string,
): Promise<DocumentSession> {
  return openSession({
    ...browserDevice,
    userId,
    documentId,
    clock: systemClock,
    random: Math.random,
    openSocket: openBrowserSocket,
    remote: documentRemote(api, userId, documentId),
    wakeUps: browserWakeUps,
  });
}
