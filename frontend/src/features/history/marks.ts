import Delta, { type Op } from 'quill-delta';
import type { Difference, Passage, TextRange } from '../../lib/api/historyApi';

/** Format of a passage in a preview: what has become of it, by whom, in which colour. */
export const MARK = 'history-mark';

export interface Mark {
  readonly kind: 'added' | 'removed' | 'formatted';
  readonly color: string;
  readonly title: string;
}

const LINE_END = '¶';
const EMBED = '▣';
const UNKNOWN = '#7a7a7a';

/**
 * A difference as a document that shows both: what was removed stands struck through at its place. Removed line ends are
 * shown as signs, because two lines that became one are one here too.
 */
export function marked(
  { passages, people }: Difference,
  title: (passage: Passage, name: string) => string,
): Delta {
  const byId = new Map(people.map((person) => [person.userId, person]));
  const shown = new Delta();
  for (const passage of passages) {
    if (passage.kind === 'kept') {
      shown.push(passage.op);
      continue;
    }
    const person = passage.userId === undefined ? undefined : byId.get(passage.userId);
    const mark: Mark = {
      kind: passage.kind,
      color: person?.color ?? UNKNOWN,
      title: title(passage, person?.displayName ?? ''),
    };
    const op = passage.kind === 'removed' ? asText(passage.op) : passage.op;
    shown.push({ ...op, attributes: { ...op.attributes, [MARK]: mark } });
  }
  return shown;
}

/** Removed lines and blocks must not make lines and blocks of what stands. */
function asText({ insert, attributes }: Op): Op {
  const text = typeof insert === 'string' ? insert.replaceAll('\n', LINE_END) : EMBED;
  const { bold, italic } = attributes ?? {};
  return {
    insert: text,
    attributes: { ...(bold === true && { bold }), ...(italic === true && { italic }) },
  };
}

/** Where a range of the shown difference is in the contents of the later revision. */
export function inContents(passages: readonly Passage[], shown: TextRange): TextRange {
  let at = 0;
  let index = 0;
  let length = 0;
  for (const { kind, op } of passages) {
    const units = lengthOf(op);
    const overlap = Math.min(at + units, shown.index + shown.length) - Math.max(at, shown.index);
    if (kind !== 'removed') {
      if (at < shown.index) index += Math.min(units, shown.index - at);
      length += Math.max(0, overlap);
    }
    at += units;
  }
  return { index, length };
}

export function contentsOf(passages: readonly Passage[]): Delta {
  const contents = new Delta();
  for (const { kind, op } of passages) if (kind !== 'removed') contents.push(op);
  return contents;
}

/** Where a selection stands: in the later contents, or, where all of it was removed, in the earlier ones. */
export function standing(
  { from, to, passages }: Difference,
  shown: TextRange,
): TextRange & { readonly revision: number } {
  const later = inContents(passages, shown);
  if (later.length > 0) return { revision: to, ...later };
  const earlier = passages.flatMap<Passage>((passage) =>
    passage.kind === 'added' ? { ...passage, kind: 'removed' } : { ...passage, kind: 'kept' },
  );
  return { revision: from, ...inContents(earlier, shown) };
}

function lengthOf({ insert }: Op): number {
  return typeof insert === 'string' ? insert.length : 1;
}
