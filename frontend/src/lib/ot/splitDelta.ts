import Delta, { Op } from 'quill-delta';

/** Both stay well under protocol L7: 256 KiB a message (a UTF-16 unit takes at most 3 bytes), 5,000 ops. */
export const MAX_JSON_UNITS = 60_000;
export const MAX_OPS = 4_000;

/** Text of one insert is cut to this many units; escaping makes a unit at most six characters. */
const MAX_INSERT_UNITS = 8_000;

/**
 * Splits a delta that is too large for one message into a first part and the rest, so that applying
 * one after the other does what the whole would have done. Cost: linear in the delta.
 */
export function splitDelta(delta: Delta): readonly [Delta, Delta | undefined] {
  if (fits(delta.ops)) return [delta, undefined];
  const ops = delta.ops.flatMap(cutInsert);
  let units = 0;
  let count = 0;
  while (count < ops.length && count < MAX_OPS) {
    units += jsonUnits(ops[count]);
    if (count > 0 && units > MAX_JSON_UNITS) break;
    count += 1;
  }
  if (count === ops.length) return [delta, undefined];
  const first = new Delta(ops.slice(0, count));
  const rest = new Delta().retain(resultLength(first.ops)).concat(new Delta(ops.slice(count)));
  return [first.chop(), rest];
}

function fits(ops: readonly Op[]): boolean {
  return ops.length <= MAX_OPS && ops.reduce((sum, op) => sum + jsonUnits(op), 0) <= MAX_JSON_UNITS;
}

function jsonUnits(op: Op | undefined): number {
  return JSON.stringify(op ?? {}).length + 1;
}

function resultLength(ops: readonly Op[]): number {
  return ops.reduce((sum, op) => (op.delete === undefined ? sum + Op.length(op) : sum), 0);
}

function cutInsert(op: Op): Op[] {
  if (typeof op.insert !== 'string' || op.insert.length <= MAX_INSERT_UNITS) return [op];
  const pieces: Op[] = [];
  for (let from = 0; from < op.insert.length;) {
    const to = cutPoint(op.insert, from + MAX_INSERT_UNITS);
    pieces.push({ ...op, insert: op.insert.slice(from, to) });
    from = to;
  }
  return pieces;
}

/** Moves a cut off the middle of a surrogate pair, which a committed change must never split. */
function cutPoint(text: string, at: number): number {
  if (at >= text.length) return text.length;
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
}
