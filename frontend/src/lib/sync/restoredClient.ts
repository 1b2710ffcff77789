import Delta, { type Op } from 'quill-delta';
import { OtClient } from '../ot/otClient';
import type { PendingEdits } from '../ot/pendingEdits';
import type { FoundQueue, StoredQueue, StoredUnsent } from '../store/storedQueue';

/** The client as the page before left it: same identity, same numbers, same edits. */
export function restoredClient({ queue, contents }: FoundQueue): OtClient {
  const base = new Delta(JSON.parse(contents) as Op[]);
  return new OtClient({
    clientId: queue.clientId,
    revision: queue.revision,
    contents: base.compose(new Delta([...queue.sinceBase])),
    nextSeq: queue.nextSeq,
    pending: pendingOf(queue),
  });
}

export function pendingOf({ inflight: sent, buffer }: StoredQueue): PendingEdits {
  if (sent === undefined) return { kind: 'synchronized' };
  const { seq, uncertain } = sent;
  const inflight = { ...unsent(sent), seq, ...(uncertain === true ? { uncertain } : {}) };
  if (buffer === undefined) return { kind: 'awaitingAck', inflight };
  return { kind: 'awaitingAckWithBuffer', inflight, buffer: unsent(buffer) };
}

function unsent({ delta, edits }: StoredUnsent) {
  return { delta: new Delta([...delta]), edits };
}
