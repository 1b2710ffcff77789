import { claimFresh, claimQueues, type Claim, type ClaimDeps } from '../store/claim';
import { DocumentSession, type SessionDeps } from './documentSession';

export type OpenSessionDeps = Omit<SessionDeps, 'claim'> & ClaimDeps;

/**
 * A session for an editor that opens. It goes on with a queue that a dead tab of the same user has left
 * for the document; where there are more of them, they are sent beside it, each by a session of its own.
 */
export async function openSession(deps: OpenSessionDeps): Promise<DocumentSession> {
  const [first, ...others] = await leftQueues(deps);
  for (const claim of others) left(deps, claim).closeWhenSaved();
  return new DocumentSession({ ...deps, claim: first ?? (await claimFresh(deps)) });
}

/**
 * Sends what is left of a document without opening it. Where there is no connection, the queues are given
 * up again, so that an editor that opens can show them.
 */
export async function sendLeftQueues(deps: OpenSessionDeps): Promise<void> {
  for (const claim of await leftQueues(deps)) left(deps, claim).leave();
}

function left(deps: OpenSessionDeps, claim: Claim): DocumentSession {
  const session = new DocumentSession({ ...deps, claim });
  session.start();
  return session;
}

async function leftQueues(deps: OpenSessionDeps): Promise<readonly Claim[]> {
  try {
    return await claimQueues(deps, deps.userId, deps.documentId);
  } catch {
    return []; // a device that can't be read has kept nothing; the first write tells whether it will
  }
}
