// How many cores, nodes and PostgreSQL primaries a number of users need, from measured costs (docs/scaling.md):
//
//   node scaling.mjs [SEED]
//
// A simulation of fan-out: users are spread over documents whose sizes follow a power law, each document's edits of one
// commit interval become one batch, and every batch is one frame for each editor. Prints a table in Markdown.

/**
 * Measured (docs/performance.md): a delivery in a crowd (S2b), a commit in one of many documents (S3, less its deliveries), a
 * connection, and 20,000 characters of text. A document's 1,000 last changes are estimated at 300 bytes each. Change them
 * together with that page.
 */
const COST = {
  microsPerDelivery: 14,
  microsPerCommit: 800,
  microsOfPostgresPerCommit: 650,
  bytesPerConnection: 27_000,
  bytesPerOpenDocument: 107_000 + 300_000,
};
const PRIMARY = { cores: 8, fill: 0.5 };
const NODE = { cores: 8, heapBytes: 16e9, fill: 0.5 };
const TYPING = { active: 0.2, editsPerSecond: 2, commitIntervalSeconds: 0.03 };
const MOST_EDITORS = 200;

/** mulberry32: small, and the same everywhere. */
function generator(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Editors of one document: half of the documents have one or two, one in hundreds has a crowd. */
const crowd = (random) => Math.min(MOST_EDITORS, Math.floor(1 / Math.pow(random(), 1 / 1.5)) + 1);

function simulate(users, random) {
  const sum = { documents: 0, commits: 0, deliveries: 0, edits: 0 };
  for (let seated = 0; seated < users; ) {
    const editors = Math.min(crowd(random), users - seated);
    seated += editors;
    const edits = editors * TYPING.active * TYPING.editsPerSecond;
    // Edits that meet in one interval share a commit and a frame.
    const commits = (1 - Math.exp(-edits * TYPING.commitIntervalSeconds)) / TYPING.commitIntervalSeconds;
    sum.documents += 1;
    sum.edits += edits;
    sum.commits += commits;
    sum.deliveries += commits * editors;
  }
  const cores = (sum.deliveries * COST.microsPerDelivery + sum.commits * COST.microsPerCommit) / 1e6;
  const memory = users * COST.bytesPerConnection + sum.documents * COST.bytesPerOpenDocument;
  return {
    ...sum,
    cores,
    nodes: Math.max(2, Math.ceil(cores / NODE.fill / NODE.cores), Math.ceil(memory / NODE.heapBytes / NODE.fill) + 1),
    primaries: Math.max(1, Math.ceil((sum.commits * COST.microsOfPostgresPerCommit) / 1e6 / PRIMARY.fill / PRIMARY.cores)),
    memory,
  };
}

const number = (value) => Math.round(value).toLocaleString('en-US');
const seed = Number(process.argv[2] ?? 1);
console.log("| users connected | documents open | edits/s | commits/s | deliveries/s | nodes' cores busy | memory | nodes of 8 cores | primaries of 8 cores |");
console.log('| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |');
for (const users of [1_000, 10_000, 100_000, 1_000_000]) {
  const result = simulate(users, generator(seed));
  console.log(
    `| ${number(users)} | ${number(result.documents)} | ${number(result.edits)} | ${number(result.commits)} |` +
      ` ${number(result.deliveries)} | ${result.cores.toFixed(1)} | ${(result.memory / 1e9).toFixed(1)} GB |` +
      ` ${result.nodes} | ${result.primaries} |`,
  );
}
