// Measures quill-delta on the workload that workload.mjs wrote, and prints one JSON object; CPU time of the
// process in microseconds an operation, medians of several rounds after others for warming up:
//
//   node quill-delta.mjs FOLDER FOLDER_WITH_node_modules
//
// A whole replay would take quill-delta minutes, so it is measured at places all over the replay, on the
// document as it is by then, and the mean of these is taken for all edits.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const [folder, modules] = process.argv.slice(2);
const require = createRequire(path.join(path.resolve(modules), 'package.json'));
const { default: Delta } = require('quill-delta');

const ROUNDS = 9;
const EDITS_AT_EACH_PLACE = 60;

const json = (name) => JSON.parse(readFileSync(path.join(folder, name), 'utf8'));
const lines = (name) =>
  readFileSync(path.join(folder, name), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
const deltas = (name) => lines(name).map((ops) => new Delta(ops));

function cpuMicros(run) {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

/** Microseconds an operation, where one run makes so many. */
function measured(operations, run) {
  for (let i = 0; i < ROUNDS; i++) run();
  return median(Array.from({ length: ROUNDS }, () => cpuMicros(run))) / operations;
}

/** Results go here, so that no compiler finds them unused. */
let sink = 0;

function transform(line) {
  const pairs = lines(`pairs-${line}.jsonl`).map(([done, other]) => [
    new Delta(done),
    new Delta(other),
  ]);
  return measured(pairs.length * 50, () => {
    for (let i = 0; i < 50; i++)
      for (const [done, other] of pairs) sink += done.transform(other, true).ops.length;
  });
}

function rebase(line) {
  const [edit, ...committed] = deltas(`rebase-${line}.jsonl`);
  return measured(50, () => {
    for (let i = 0; i < 50; i++) {
      sink += committed.reduce((rebased, change) => change.transform(rebased, true), edit).ops
        .length;
    }
  });
}

function apply(runs) {
  const document = new Delta(json(`document-${runs}.json`));
  const edits = deltas(`edits-${runs}.jsonl`).slice(0, 100);
  return measured(edits.length, () => {
    for (const edit of edits) sink += document.compose(edit).ops.length;
  });
}

function replay() {
  const document = new Delta(json('document-5000.json'));
  const { before, edits } = json('result.json');
  const all = lines('replay.jsonl');
  const [start, end] = [document.slice(0, before), document.slice(before)];
  const places = json('samples.json').map(({ at, text }) => {
    const here = start.concat(new Delta().insert(text)).concat(end);
    const next = all.slice(at, at + EDITS_AT_EACH_PLACE).map((ops) => new Delta(ops));
    const run = () =>
      void (sink += next.reduce((result, edit) => result.compose(edit), here).ops.length);
    run();
    return median([1, 2, 3].map(() => cpuMicros(run))) / next.length;
  });
  const mean = places.reduce((sum, micros) => sum + micros, 0) / places.length;
  return {
    edits,
    perEdit: mean,
    first: places[0],
    last: places.at(-1),
    millis: (mean * edits) / 1000,
  };
}

function rounded(_key, value) {
  return typeof value === 'number' ? Number(value.toPrecision(4)) : value;
}

const result = {
  transform: { 8: transform(8), 200: transform(200) },
  rebase: { 40: rebase(40), 100000: rebase(100_000), met: rebase('met') },
  apply: { 5000: apply(5_000), 50000: apply(50_000) },
  replay: replay(),
};
if (!(sink > 0)) throw new Error('quill-delta gave no results');
console.log(JSON.stringify(result, rounded));
