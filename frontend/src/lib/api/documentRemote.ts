import type { DocumentRemote } from '../sync/remote';
import type { CollabApi } from './collabApi';
import { Problem } from './problem';
import { socketUrl } from './urls';

/**
 * What the sync layer needs of the REST interface, with outcomes instead of exceptions. It serves one
 * user: where another has signed in meanwhile, in another tab, nothing may be sent in that one's name.
 */
export function documentRemote(api: CollabApi, userId: string, documentId: string): DocumentRemote {
  return {
    socketUrl: (ticket) => socketUrl(documentId, ticket),
    ticket: async () => {
      try {
        const { ticket } = await api.ticket(documentId);
        const { auth } = api.http;
        const isSame = auth.kind === 'signed-in' && auth.user.id === userId;
        return isSame ? { kind: 'ticket', ticket } : { kind: 'signed-out' };
      } catch (error) {
        if (!(error instanceof Problem)) return { kind: 'unreachable' };
        if (error.status === 401) return { kind: 'signed-out' };
        const isDenied = error.isFinal && (error.status === 403 || error.status === 404);
        return { kind: isDenied ? 'no-access' : 'unreachable' };
      }
    },
    changes: async (after, limit) => {
      try {
        const { items } = await api.changes(documentId, after, limit);
        return { kind: 'changes', changes: items };
      } catch {
        // Whatever the reason is, joining again fetches what is missing, or says why it can't.
        return { kind: 'unreachable' };
      }
    },
  };
}
