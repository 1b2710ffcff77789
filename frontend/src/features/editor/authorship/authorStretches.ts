import type Delta from 'quill-delta';
import type { Stretch } from '../../../lib/api/historyApi';

/** The stretches after an edit; what it inserts is nobody's until the server tells. */
export function followed(stretches: readonly Stretch[], edit: Delta): readonly Stretch[] {
  const rest = stretches.map((stretch) => ({ ...stretch }));
  const result: Stretch[] = [];
  const take = (length: number, keep: boolean): void => {
    for (let left = length; left > 0;) {
      const first = rest[0];
      if (first === undefined) return;
      const part = Math.min(left, first.length);
      if (keep) result.push({ ...first, length: part });
      left -= part;
      first.length -= part;
      if (first.length === 0) rest.shift();
    }
  };
  for (const { insert, delete: removed, retain } of edit.ops) {
    if (insert !== undefined) {
      result.push({ length: typeof insert === 'string' ? insert.length : 1 });
    } else if (removed !== undefined) take(removed, false);
    else take(typeof retain === 'number' ? retain : 1, true);
  }
  return [...result, ...rest];
}

/** The stretch that a character is in. */
export function at(stretches: readonly Stretch[], index: number): Stretch | undefined {
  let end = 0;
  return stretches.find(({ length }) => {
    end += length;
    return index < end;
  });
}
