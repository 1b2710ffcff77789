import Delta, { AttributeMap, type Op } from 'quill-delta';

/**
 * The same edit without touching the document's last newline: one that is deleted elsewhere instead.
 *
 * Two people who each delete newlines at the end could otherwise leave none together, and the server
 * would have to reject one of them. Quill makes such edits only where it compares old and new contents.
 */
export function keepFinalNewline(edit: Delta, before: Delta): Delta {
  const end = before.length() - 1;
  if (!deletes(edit, end)) return edit;
  const after = before.compose(edit);
  const newEnd = after.length() - 1;
  const body = before.slice(0, end).diff(after.slice(0, newEnd));
  const attributes = AttributeMap.diff(attributesAt(before, end), attributesAt(after, newEnd));
  return new Delta(body.ops)
    .retain(end - baseLength(body))
    .retain(1, attributes)
    .chop();
}

function deletes(edit: Delta, position: number): boolean {
  let index = 0;
  for (const op of edit.ops) {
    const length = baseLengthOf(op);
    if (op.delete !== undefined && index <= position && position < index + length) return true;
    index += length;
  }
  return false;
}

function baseLength(delta: Delta): number {
  return delta.ops.reduce((length, op) => length + baseLengthOf(op), 0);
}

function baseLengthOf(op: Op): number {
  if (op.delete !== undefined) return op.delete;
  return typeof op.retain === 'number' ? op.retain : op.retain === undefined ? 0 : 1;
}

function attributesAt(document: Delta, index: number): AttributeMap | undefined {
  return document.slice(index, index + 1).ops[0]?.attributes;
}
