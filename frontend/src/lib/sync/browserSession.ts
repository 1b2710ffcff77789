import type { CollabApi } from '../api/collabApi';
import { documentRemote } from '../api/documentRemote';
import { browserDevice } from '../store/browserDevice';
import { systemClock } from './clock';
import type { OpenSessionDeps } from './openSession';
import { openBrowserSocket } from './socket';
import { browserWakeUps } from './wakeUps';

/** What a session of this user and document needs, as this browser has it. */
export function browserSession(
  api: CollabApi,
  userId: string,
  documentId: string,
): OpenSessionDeps {
  return {
    ...browserDevice,
    userId,
    documentId,
    clock: systemClock,
    random: Math.random,
    openSocket: openBrowserSocket,
    remote: documentRemote(api, userId, documentId),
    wakeUps: browserWakeUps,
  };
}
