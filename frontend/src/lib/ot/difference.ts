import Delta from 'quill-delta';
import { requiredLength } from './deltaText';

/**
 * The edit that makes the document `to` of the document `from`, never with a part that begins or ends
 * within a surrogate pair, as `Delta.diff` may give it: an edit moved over that would split characters.
 */
export function difference(from: Delta, to: Delta): Delta {
  const finest = from.diff(to);
  const before = units(from);
  if (!splitsPair(finest, before)) return finest;
  const after = units(to);
  const start = commonStart(before, after);
  const end = commonEnd(before.slice(start), after.slice(start));
  const result = from.slice(0, start).diff(to.slice(0, start));
  result.retain(start - requiredLength(result));
  for (const op of to.slice(start, after.length - end).ops) result.push(op);
  result.delete(before.length - end - start);
  const rest = from.slice(before.length - end).diff(to.slice(after.length - end));
  return result.concat(rest).chop();
}

/** The document as text, embeds as one unit that is no text. */
function units(document: Delta): string {
  return document.ops.map((op) => (typeof op.insert === 'string' ? op.insert : '\0')).join('');
}

function splitsPair(edit: Delta, text: string): boolean {
  let at = 0;
  for (const op of edit.ops) {
    if (typeof op.insert === 'string' && !isWhole(op.insert)) return true;
    at += requiredLength(new Delta([op]));
    if (isWithinPair(text, at)) return true;
  }
  return false;
}

function isWhole(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}

function isWithinPair(text: string, at: number): boolean {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(Math.max(0, at - 1), at + 1));
}

/** Units at the start that both texts have, in whole characters and without embeds. */
function commonStart(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at] && a[at] !== '\0') at++;
  return isWithinPair(a, at) || isWithinPair(b, at) ? at - 1 : at;
}

function commonEnd(a: string, b: string): number {
  let length = 0;
  while (length < Math.min(a.length, b.length)) {
    const unit = a[a.length - 1 - length];
    if (unit !== b[b.length - 1 - length] || unit === '\0') break;
    length++;
  }
  const isWithin = isWithinPair(a, a.length - length) || isWithinPair(b, b.length - length);
  return isWithin ? length - 1 : length;
}
