import Delta, { type Op } from 'quill-delta';

/**
 * A delta as the one JSON text that all replicas with the same contents write (E10): keys sorted at every
 * depth, no white space, neighbours that can be one op made one, nothing that means nothing.
 *
 * The server's engine has a twin of this; both read the same cases.
 */
export function canonicalJson(delta: Delta): string {
  return `[${mergedOps(delta)
    .map((op) => sortedJson(op))
    .join(',')}]`;
}

function mergedOps(delta: Delta): readonly Op[] {
  const merged = delta.ops.reduce((result, op) => result.push(withoutNothing(op)), new Delta());
  return merged.chop().ops;
}

/** Without empty attributes, and without null ones in an insert: there they have nothing to remove. */
function withoutNothing(op: Op): Op {
  const { attributes, ...rest } = op;
  if (attributes === undefined) return rest;
  const meant = Object.entries(attributes).filter(
    ([, value]) => op.insert === undefined || (value !== null && value !== undefined),
  );
  if (meant.length === 0) return rest;
  return { ...rest, attributes: Object.fromEntries<unknown>(meant) };
}

function sortedJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sortedJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, each]) => `${JSON.stringify(key)}:${sortedJson(each)}`);
  return `{${fields.join(',')}}`;
}
