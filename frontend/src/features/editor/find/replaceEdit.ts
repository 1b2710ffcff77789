import Delta from 'quill-delta';
import type { Range } from '../../../lib/sync/messages';

/** One edit that replaces all these places, in order; each replacement has the formats its place began with. */
export function replaceEdit(contents: Delta, places: readonly Range[], text: string): Delta {
  const edit = new Delta();
  const ops = contents.ops[Symbol.iterator]();
  let op = ops.next();
  let opEnd = lengthOf(op.value?.insert);
  let at = 0;
  for (const { index, length } of places) {
    while (opEnd <= index && op.done !== true) {
      op = ops.next();
      opEnd += lengthOf(op.value?.insert);
    }
    edit
      .retain(index - at)
      .insert(text, op.value?.attributes)
      .delete(length);
    at = index + length;
  }
  return edit;
}

function lengthOf(insert: unknown): number {
  return typeof insert === 'string' ? insert.length : 1;
}
