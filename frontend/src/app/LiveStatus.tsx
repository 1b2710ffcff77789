import { useSessionPart } from '../features/editor/useSession';
import { StatusText } from '../features/saving/StatusText';
import type { DocumentSession } from '../lib/sync/documentSession';
import type { SessionView } from '../lib/sync/sessionView';

const status = (view: SessionView) => view.status;

/** The status alone changes at each key; the page around it does not. */
export function LiveStatus({ session }: { session: DocumentSession | undefined }) {
  return <StatusText status={useSessionPart(session, status)} />;
}
