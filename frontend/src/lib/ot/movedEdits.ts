import type Delta from 'quill-delta';
import { isDocument, requiredLength } from './deltaText';
import { difference } from './difference';
import { deltasOf, rebase, withUncertainInflight, type PendingEdits } from './pendingEdits';

/**
 * Unconfirmed edits moved from one base to another of which the changes in between are unknown: over the
 * difference of the two. Undefined where they do not fit, so that nothing is put in a wrong place.
 */
export function moveTo(to: Delta, from: Delta, pending: PendingEdits): PendingEdits | undefined {
  if (pending.kind === 'synchronized') return pending;
  if (!isDocument(from) || !isDocument(to)) return undefined;
  const way = difference(from, to);
  if (way.ops.length === 0) return pending;
  const moved = withUncertainInflight(rebase(pending, way).pending);
  let length = to.length();
  for (const delta of deltasOf(moved)) {
    if (requiredLength(delta) > length) return undefined;
    length += delta.changeLength();
  }
  return moved;
}
