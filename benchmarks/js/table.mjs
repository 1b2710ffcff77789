// Prints the measurements in a folder, which `run` put there, as one table in Markdown:
//
//   node table.mjs FOLDER LOAD_BEFORE LOAD_AFTER
import { readFileSync } from 'node:fs';
import path from 'node:path';
import os from 'node:os';

const [folder, loadBefore, loadAfter] = process.argv.slice(2);
const json = (name) => JSON.parse(readFileSync(path.join(folder, name), 'utf8'));

const quill = json('quill-delta.json');
const replay = json('replay.json');
const heap = json('heap.json');
const jmh = json('jmh.json');

/** Microseconds of CPU an operation: the median of all forks' iterations. */
function engine(benchmark, parameter) {
  const found = jmh.find(
    (result) =>
      result.benchmark.endsWith(benchmark) &&
      Object.values(result.params ?? {}).includes(String(parameter)),
  );
  if (found === undefined) throw new Error(`JMH's results have no ${benchmark} with ${parameter}`);
  const iterations = found.secondaryMetrics.cpu.rawData.flat().sort((a, b) => a - b);
  return iterations[Math.floor(iterations.length / 2)];
}

function time(micros) {
  if (micros >= 1e6) return `${(micros / 1e6).toPrecision(3)} s`;
  if (micros >= 1e3) return `${(micros / 1e3).toPrecision(3)} ms`;
  return micros >= 1 ? `${micros.toPrecision(3)} µs` : `${(micros * 1e3).toPrecision(3)} ns`;
}

const rows = [];
const row = (...cells) => rows.push(`| ${cells.join(' | ')} |`);
const compared = (name, ours, theirs, goal) =>
  row(name, time(ours), time(theirs), `${Math.round(theirs / ours).toLocaleString('en')}×`, goal);
const alone = (name, value, goal) => row(name, value, '', '', goal);

row('CPU time', 'ot-engine', 'quill-delta', 'faster', 'goal');
row('---', '---:', '---:', '---:', '---');
compared(
  `replay of ${replay.edits.toLocaleString('en')} edits`,
  replay.millis * 1e3,
  quill.replay.millis * 1e3,
  '≥ 1,000×, < 150 ms',
);
alone('the same with garbage collection and compilation', time(replay.processMillis * 1e3), '');
alone(
  'cost of an edit at the end of the replay to the beginning',
  (replay.lastTenth / replay.firstTenth).toFixed(2),
  '≤ 1.5',
);
compared('edit in a document of 5,000 runs', engine('apply', 5_000), quill.apply[5_000], '');
compared('edit in a document of 50,000 runs', engine('apply', 50_000), quill.apply[50_000], '');
alone(
  'cost of an edit in 50,000 runs to 5,000',
  (engine('apply', 50_000) / engine('apply', 5_000)).toFixed(2),
  '≤ 1.5',
);
compared(
  'transform, small edits in a line of 200',
  engine('transform', 200),
  quill.transform[200],
  '≥ 20×',
);
compared(
  'transform, small edits in a line of 8',
  engine('transform', 8),
  quill.transform[8],
  '≥ 20×',
);
compared(
  'rebase over 1,000 changes, 100,000 units',
  engine('overThousand', 100_000),
  quill.rebase[100_000],
  '≤ 100 µs',
);
compared(
  'rebase over 1,000 changes, within 40 units',
  engine('overThousand', 40),
  quill.rebase[40],
  '≤ 100 µs',
);
compared(
  'rebase over 1,000 changes that all meet the edit',
  engine('overThousand', 'met'),
  quill.rebase.met,
  '≤ 100 µs',
);
alone('heap of a formatted document, bytes a character', heap.bytesPerCharacter.toFixed(2), '≤ 8');

console.log(rows.join('\n'));
console.log(
  `\nLoad (1, 5, 15 min) ${loadBefore} before and ${loadAfter} after; ${os.cpus().length} cores,`,
);
console.log(
  `${os.cpus()[0]?.model ?? 'unknown processor'}; Node ${process.versions.node}, Java ${jmh[0].jdkVersion}.`,
);
