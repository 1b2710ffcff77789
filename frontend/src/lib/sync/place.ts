import type { AppliedChange } from '../ot/changes';
import type { Range } from './messages';

/** Where somebody is, at a revision. */
export interface Place {
  readonly revision: number;
  readonly range: Range | null;
}

/** The place after the change that comes next (P1). */
export function moved({ range }: Place, change: AppliedChange, owner: string): Place {
  const { delta, revision } = change;
  if (range === null) return { revision, range: null };
  // What its owner types at the caret pushes the caret; what somebody else types there does not.
  const { index, length } = range;
  const start = delta.transformPosition(index, change.clientId !== owner);
  const end = length === 0 ? start : delta.transformPosition(index + length, true);
  return { revision, range: { index: start, length: Math.max(0, end - start) } };
}
