// Writes the workload that both engines are measured with into a folder:
//
//   node workload.mjs TRACE.json.gz FOLDER
//
//   document-5000.json, document-50000.json   formatted documents of that many runs
//   replay.jsonl      the trace's edits, a delta a line, made in the middle of the first document
//   result.json       that document after the replay: how many units before, the trace's text, how many after
//   samples.json      places in the replay, with the text that is there by then
//   pairs-L.jsonl     pairs of small concurrent edits in a line of L units
//   rebase-L.jsonl    one edit, then 1,000 changes that were committed since, in a stretch of L units
//   rebase-met.jsonl  an insert, then 1,000 changes that all meet it, wherever those before have moved it
//   edits-N.jsonl     single edits to the document of N runs
//
// Everything but the trace is made up from a fixed seed, so that every run measures the same.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';

const [trace, folder] = process.argv.slice(2);
const SMALL = 5_000;
const LARGE = 50_000;
const SAMPLES = 20;

// mulberry32: small, seeded, good enough to scatter edits.
let state = 20_260_101;
function below(n) {
  state = (state + 0x6d2b79f5) >>> 0;
  let t = state;
  t = Math.imul(t ^ (t >>> 15), t | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * n);
}

const WORDS = 'the quick brown fox jumps over a lazy dog while nobody watches'.split(' ');
const FORMATS = [
  undefined,
  { bold: true },
  undefined,
  { italic: true },
  { bold: true, italic: true },
  { color: '#e60000' },
  { link: 'https://example.org/' },
];

function words(count) {
  return Array.from({ length: count }, () => WORDS[below(WORDS.length)]).join(' ') + ' ';
}

const inserted = (insert, attributes) => (attributes ? { insert, attributes } : { insert });

/** Lines of seven runs each, with a heading now and then; ends with a newline. */
function formattedDocument(runs) {
  const ops = [];
  for (let i = 1; i < runs; i++) {
    const format = i % 8;
    if (format === 0) ops.push(inserted('\n', { header: 1 + (i % 3) }));
    else ops.push(inserted(words(1 + below(6)), FORMATS[format - 1]));
  }
  ops.push({ insert: '\n' });
  return ops;
}

const lengthOf = (ops) => ops.reduce((length, op) => length + op.insert.length, 0);

function editAt(index, length) {
  const left = length - 1 - index;
  const at = index > 0 ? [{ retain: index }] : [];
  switch (below(4)) {
    case 0:
      return [...at, { delete: Math.min(1 + below(4), left) }];
    case 1:
      return [
        ...at,
        {
          retain: Math.min(1 + below(8), left),
          attributes: { bold: below(2) === 0 ? true : null },
        },
      ];
    default:
      return [...at, { insert: WORDS[below(WORDS.length)] }];
  }
}

const randomEdit = (length) => editAt(below(length - Math.min(10, length / 2)), length);

/** The edits of the trace, each as [position, deleted, inserted]. */
function patches(file) {
  const { startContent, endContent, txns } = JSON.parse(
    gunzipSync(readFileSync(file)).toString('utf8'),
  );
  if (startContent !== '') throw new Error(`${file} does not start empty, as this replay expects`);
  return { all: txns.flatMap((txn) => txn.patches), endContent };
}

function deltaOf([position, deleted, text], offset) {
  const ops = [{ retain: offset + position }];
  if (text !== '') ops.push({ insert: text });
  if (deleted > 0) ops.push({ delete: deleted });
  return ops;
}

function sampled(all) {
  const every = Math.floor(all.length / SAMPLES);
  const samples = [];
  let text = '';
  all.forEach(([position, deleted, insert], at) => {
    if (at % every === 0 && samples.length < SAMPLES) samples.push({ at, text });
    text = text.slice(0, position) + insert + text.slice(position + deleted);
  });
  return { samples, text };
}

const write = (name, value) => writeFileSync(path.join(folder, name), JSON.stringify(value));
const writeLines = (name, values) =>
  writeFileSync(
    path.join(folder, name),
    values.map((value) => JSON.stringify(value) + '\n').join(''),
  );

mkdirSync(folder, { recursive: true });
for (const runs of [SMALL, LARGE]) {
  const ops = formattedDocument(runs);
  write(`document-${runs}.json`, ops);
  if (runs === SMALL) writeReplay(ops);
  const length = lengthOf(ops);
  writeLines(
    `edits-${runs}.jsonl`,
    Array.from({ length: 1_000 }, () => randomEdit(length)),
  );
}
for (const line of [8, 200]) {
  writeLines(
    `pairs-${line}.jsonl`,
    Array.from({ length: 1_000 }, () => [randomEdit(line), randomEdit(line)]),
  );
}
for (const line of [40, 100_000]) {
  writeLines(
    `rebase-${line}.jsonl`,
    Array.from({ length: 1_001 }, () => randomEdit(line)),
  );
}

writeLines('rebase-met.jsonl', metEdits());

/** Inserts at the same place; deletions, replacements and formats over it. The insert moves with each of them. */
function metEdits() {
  let at = 50;
  const edits = [[{ retain: at }, { insert: 'x' }]];
  for (let i = 0; i < 1_000; i++) {
    const reach = Math.min(at, 1 + below(4));
    const start = at > reach ? [{ retain: at - reach }] : [];
    const word = WORDS[below(WORDS.length)];
    switch (reach === 0 ? 3 : below(4)) {
      case 0:
        edits.push([...start, { delete: reach + 1 + below(3) }]);
        at -= reach;
        break;
      case 1:
        edits.push([...start, { retain: reach + 1 + below(3), attributes: { bold: true } }]);
        break;
      case 2:
        edits.push([...start, { insert: word }, { delete: reach + 1 + below(3) }]);
        at += word.length - reach;
        break;
      default:
        edits.push([...(at > 0 ? [{ retain: at }] : []), { insert: word }]);
        at += word.length;
    }
  }
  return edits;
}

function writeReplay(ops) {
  const before = lengthOf(ops.slice(0, ops.length / 2));
  const { all, endContent } = patches(trace);
  const { samples, text } = sampled(all);
  if (text !== endContent) throw new Error(`${trace} does not replay to its own end`);
  write('samples.json', samples);
  write('result.json', { before, text, after: lengthOf(ops) - before, edits: all.length });
  writeLines(
    'replay.jsonl',
    all.map((patch) => deltaOf(patch, before)),
  );
}
