import Delta, { AttributeMap } from 'quill-delta';
import {
  fromOps,
  isText,
  toOps,
  type CellOp,
  type TableContent,
  type Values,
} from './tableContent';

type Part = Values | readonly CellOp[];

interface PartRules {
  compose(first: Part | undefined, next: Part, isChange: boolean): Part;
  transform(done: Part, other: Part, isDoneFirst: boolean): Part;
  invert(change: Part, base: Part | undefined): Part;
}

const map = (part: Part | undefined): Values => (part === undefined || isText(part) ? {} : part);
const delta = (part: Part | undefined): Delta => new Delta(isText(part) ? toOps(part) : []);

/** Values of which the one that was set first stays. */
const VALUES: PartRules = {
  compose: (first, next, isChange) =>
    (AttributeMap.compose(map(first), map(next), isChange) ?? {}) as Values,
  transform: (done, other, isDoneFirst) =>
    (AttributeMap.transform(map(done), map(other), isDoneFirst) ?? {}) as Values,
  invert: (change, base) => AttributeMap.invert(map(change), map(base)) as Values,
};

/** Rows or columns with their places: of two removals one is left, and a removal beats a move. */
const ORDER: PartRules = {
  ...VALUES,
  transform: (done, other, isDoneFirst) => {
    const first = map(done);
    return Object.fromEntries(
      Object.entries(map(other)).filter(
        ([id, place]) =>
          !Object.hasOwn(first, id) || (first[id] !== null && (place === null || !isDoneFirst)),
      ),
    );
  },
};

/** A cell's text. */
const TEXT: PartRules = {
  compose: (first, next) => cell(delta(first).compose(delta(next))),
  transform: (done, other, isDoneFirst) => cell(delta(done).transform(delta(other), isDoneFirst)),
  invert: (change, base) => cell(delta(change).invert(delta(base))),
};

const RULES = new Map([
  ['rows', ORDER],
  ['columns', ORDER],
  ['align', VALUES],
  ['background', VALUES],
  ['settings', VALUES],
]);

/** Neighbours that can be one op made one: quill-delta leaves some apart, the engine never does. */
function cell(text: Delta): readonly CellOp[] {
  return fromOps(text.ops.reduce((result, op) => result.push(op), new Delta()).ops);
}

function rules(key: string): PartRules {
  return RULES.get(key) ?? TEXT;
}

function isNothing(part: Part): boolean {
  return isText(part) ? part.length === 0 : Object.keys(part).length === 0;
}

/** The content with parts replaced; one of which nothing is left goes. */
function withParts(
  content: TableContent,
  parts: readonly (readonly [string, Part])[],
): TableContent {
  const result = new Map(Object.entries(content));
  for (const [key, part] of parts) {
    if (isNothing(part)) result.delete(key);
    else result.set(key, part);
  }
  return Object.fromEntries(result);
}

function own(content: TableContent, key: string): Part | undefined {
  return Object.hasOwn(content, key) ? content[key] : undefined;
}

/** How tables are edited in place, for quill-delta. The parts of a table do not depend on each other. */
export const tableHandler = {
  compose(first: TableContent, next: TableContent, isChange: boolean): TableContent {
    return withParts(
      first,
      Object.entries(next).map(([key, part]) => [
        key,
        rules(key).compose(own(first, key), part, isChange),
      ]),
    );
  },

  transform(done: TableContent, other: TableContent, isDoneFirst: boolean): TableContent {
    return withParts(
      other,
      Object.entries(other).flatMap(([key, part]) => {
        const first = own(done, key);
        return first === undefined
          ? []
          : [[key, rules(key).transform(first, part, isDoneFirst)] as const];
      }),
    );
  },

  invert(change: TableContent, base: TableContent): TableContent {
    return withParts(
      {},
      Object.entries(change).map(([key, part]) => [key, rules(key).invert(part, own(base, key))]),
    );
  },
};
