// Makes fresh oracle cases with quill-delta itself, in the format of delta-cases.jsonl.gz:
//
//   node fresh-cases.mjs SEED COUNT [FOLDER WITH node_modules/quill-delta] > cases.jsonl
//
// The same seed makes the same cases. OracleMain runs the engine against them.
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import path from 'node:path';

const [seedArgument, countArgument, folder] = process.argv.slice(2);
const seed = Number(seedArgument);
const count = Number(countArgument);
if (!Number.isInteger(seed) || !Number.isInteger(count)) {
  console.error('Usage: fresh-cases.mjs SEED COUNT [FOLDER]');
  process.exit(2);
}
const frontend = fileURLToPath(new URL('../../../../frontend', import.meta.url));
const require = createRequire(path.join(folder ?? frontend, 'package.json'));
const { default: Delta, AttributeMap } = require('quill-delta');

// Embeds of type "delta" hold a list of ops and are changed by lists of ops.
Delta.registerEmbed('delta', {
  compose: (a, b) => new Delta(a).compose(new Delta(b)).ops,
  transform: (a, b, priority) => new Delta(a).transform(new Delta(b), priority).ops,
  invert: (a, b) => new Delta(a).invert(new Delta(b)).ops,
});

// mulberry32: small, seeded, good enough to scatter cases.
let state = seed >>> 0;
function random() {
  state = (state + 0x6d2b79f5) >>> 0;
  let t = state;
  t = Math.imul(t ^ (t >>> 15), t | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}
const below = (n) => Math.floor(random() * n);
const oneIn = (n) => below(n) === 0;
const pick = (list) => list[below(list.length)];

const WORDS = ['a', 'ab', 'the fox', '2024', ' ', '\n', '\n\n', 'x\ny', '\t', '<b>', '\\"', 'e\u0301', '日本語'];
const ODD_WORDS = ['😀', '👩‍👩‍👧', '🇩🇪', '🧑🏿‍🚀', '𝔘', 'שלום', 'مرحبا', '\u200b', '\ufeff', '❤️', '\u2028'];
const SIMPLE = {
  bold: [true],
  italic: [true],
  color: ['#e60000', 'red'],
  link: ['https://e.org', ''],
  header: [1, 2],
  size: [12.5, 'small'],
};
const ODD = { ...SIMPLE, comment: [{ id: 'c1', by: 'u1' }, { id: 'c2' }], marks: [[], [1, 2]], flag: [0, false, ''] };
const EMBEDS = [{ image: 'i1' }, { image: 'i2' }, { divider: true }, { mention: { id: 1, name: 'Ann' } }];

const KINDS = ['plain', 'rich', 'unicode', 'embed', 'embedot', 'oddattr', 'nullins', 'split', 'overrun', 'raw', 'attr'];

// Values are cloned, as values from two messages would be: quill-delta's invert compares by identity.
function attributes(kind, removals) {
  if (kind === 'plain' || oneIn(2)) return undefined;
  const table = kind === 'oddattr' || kind === 'attr' ? ODD : SIMPLE;
  const result = {};
  for (let i = 1 + below(3); i > 0; i--) {
    const key = pick(Object.keys(table));
    result[key] = removals && oneIn(3) ? null : structuredClone(pick(table[key]));
  }
  return result;
}

function words(kind) {
  const list = kind === 'unicode' || kind === 'split' ? [...WORDS, ...ODD_WORDS, ...ODD_WORDS] : WORDS;
  let text = '';
  for (let i = 1 + below(3); i > 0; i--) text += pick(list);
  return text;
}

const nested = (ops) => ({ delta: ops });

function content(kind) {
  if (kind === 'embedot' && oneIn(2)) return nested(new Delta().insert(words('rich'), attributes('rich', false)).ops);
  const withEmbeds = kind === 'embed' || kind === 'oddattr' || kind === 'raw';
  return withEmbeds && oneIn(3) ? pick(EMBEDS) : words(kind);
}

function document(kind) {
  const result = new Delta();
  for (let i = below(6); i > 0; i--) result.insert(content(kind), attributes(kind, false));
  return result.insert('\n');
}

function units(doc) {
  return doc.ops.flatMap((op) => (typeof op.insert === 'string' ? op.insert.split('') : [op.insert]));
}

const isLow = (unit) => typeof unit === 'string' && unit >= '\udc00' && unit <= '\udfff';

function edit(kind, doc) {
  const at = units(doc);
  const ops = [];
  const push = (op) => ops.push(op);
  let index = 0;
  for (let i = below(6); i > 0 || (kind === 'overrun' && index <= at.length); i--) {
    let length = 1 + below(kind === 'overrun' ? 9 : 5);
    if (kind !== 'overrun') length = Math.min(length, at.length - index);
    if (kind !== 'split') while (isLow(at[index + length])) length += 1;
    const action = below(4);
    if (action === 0) {
      const attrs = attributes(kind, kind === 'nullins');
      push(attrs ? { insert: content(kind), attributes: attrs } : { insert: content(kind) });
    } else if (length > 0) {
      const target = at[index];
      if (kind === 'embedot' && target?.delta && action !== 1) {
        const change = edit('rich', new Delta(target.delta)).ops;
        const attrs = attributes('rich', true);
        push(attrs ? { retain: nested(change), attributes: attrs } : { retain: nested(change) });
        index += 1;
        continue;
      }
      const attrs = action === 3 ? attributes(kind, true) : undefined;
      if (action === 1) push({ delete: length });
      else push(attrs ? { retain: length, attributes: attrs } : { retain: length });
      index += length;
    }
    if (kind === 'overrun' && i < -20) break;
  }
  if (kind === 'raw') return new Delta(ops);
  return ops.reduce((delta, op) => delta.push(op), new Delta());
}

function attempt(operation) {
  try {
    return operation();
  } catch (error) {
    return { throws: error.message };
  }
}

const same = (a, b) => JSON.stringify(canonical(a)) === JSON.stringify(canonical(b));

function canonical(value) {
  if (Array.isArray(value)) return value.map(canonical);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.keys(value).sort().map((key) => [key, canonical(value[key])]));
}

function operations(id, kind) {
  const doc = document(kind);
  const a = edit(kind, doc);
  const b = edit(kind, doc);
  const docA = doc.compose(a);
  const docB = doc.compose(b);
  const bAfterA = a.transform(b, true);
  const aAfterB = b.transform(a, false);
  const aAfterB2 = b.transform(a, true);
  const bAfterA2 = a.transform(b, false);
  const mergedAFirst = docA.compose(bAfterA);
  const mergedBFirst = docB.compose(aAfterB2);
  const aInverse = a.invert(doc);
  const expect = {
    docA: docA.ops,
    docB: docB.ops,
    bAfterA: bAfterA.ops,
    aAfterB: aAfterB.ops,
    aAfterB2: aAfterB2.ops,
    bAfterA2: bAfterA2.ops,
    mergedAFirst: mergedAFirst.ops,
    mergedBFirst: mergedBFirst.ops,
    tp1: [
      same(joined(mergedAFirst), joined(docB.compose(aAfterB))),
      same(joined(mergedBFirst), joined(docA.compose(bAfterA2))),
    ],
    aInverse: aInverse.ops,
    inverseRestores: same(joined(docA.compose(aInverse)), joined(doc)),
    positions: [0, 1, 2, 5, 9].map((p) => [p, a.transformPosition(p, true), a.transformPosition(p, false)]),
  };
  const result = { id, kind, doc: doc.ops, a: a.ops, b: b.ops, expect };
  if (kind !== 'overrun') {
    const next = edit(kind, docA);
    result.next = next.ops;
    expect.aNext = a.compose(next).ops;
    expect.diffAB = attempt(() => docA.diff(docB).ops);
  }
  if (kind !== 'overrun' && kind !== 'split') {
    const [from, to] = [below(doc.length()), below(doc.length() + 3)].sort((x, y) => x - y);
    const slice = doc.slice(from, to);
    expect.slice = [from, to, slice.ops];
    expect.length = doc.length();
    expect.changeLength = a.changeLength();
    expect.concat = doc.concat(slice).ops;
    expect.lines = [];
    doc.eachLine((line, attrs, index) => void expect.lines.push([line.ops, attrs, index]));
  }
  return result;
}

/** Neighbours that can be one op made one; quill-delta leaves some apart. */
function joined(delta) {
  return delta.ops.reduce((result, op) => result.push(op), new Delta()).chop().ops;
}

function attributeMaps(id) {
  const map = () => attributes('attr', true) ?? null;
  const [a, b, base] = [map(), map(), map()];
  const orNull = (value) => value ?? null;
  const given = (value) => value ?? undefined;
  return {
    id,
    kind: 'attr',
    a,
    b,
    base,
    expect: {
      composeKeepNull: orNull(AttributeMap.compose(given(a), given(b), true)),
      composeDropNull: orNull(AttributeMap.compose(given(a), given(b), false)),
      diff: orNull(AttributeMap.diff(given(base), given(b))),
      invert: AttributeMap.invert(given(a), given(base)),
      transformPriority: orNull(AttributeMap.transform(given(a), given(b), true)),
      transform: orNull(AttributeMap.transform(given(a), given(b), false)),
    },
  };
}

const lines = [JSON.stringify({ header: true, oracle: 'quill-delta', seed, count })];
for (let id = 0; id < count; id++) {
  const kind = pick(KINDS);
  lines.push(JSON.stringify(kind === 'attr' ? attributeMaps(id) : operations(id, kind)));
}
process.stdout.write(lines.join('\n') + '\n');
