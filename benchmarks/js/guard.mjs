// Compares a short measurement with what is kept in the repository, and fails where the server has become much dearer:
//
//   node guard.mjs MEASURED KEPT CALIBRATION [--keep]
//
// MEASURED has one JSON line of `load` a scenario, KEPT is guard.json, CALIBRATION is the CPU time of a fixed piece of work
// on this machine, in milliseconds. --keep writes the measured costs to KEPT instead.
import { readFileSync, writeFileSync } from 'node:fs';

const [measured, kept, calibration, keep] = process.argv.slice(2);
/** These machines are shared, and a JIT compiler has its days: what is twice as dear is a regression. */
const TOLERANCE = 2;

const runs = readFileSync(measured, 'utf8').trim().split('\n').map((line) => JSON.parse(line));
const costs = Object.fromEntries(
  ['S1', 'S4'].map((scenario, at) => [scenario, runs[at].cpuMicrosPerDelivery / Number(calibration)]),
);
if (keep === '--keep') {
  writeFileSync(kept, `${JSON.stringify(costs, undefined, 2)}\n`);
  process.exit(0);
}

const before = JSON.parse(readFileSync(kept, 'utf8'));
let failed = false;
for (const [at, scenario] of Object.keys(before).entries()) {
  const { keepUp, missing, errors, propagation, cpuMicrosPerDelivery } = runs[at];
  const ratio = costs[scenario] / before[scenario];
  const isGood = keepUp >= 0.97 && missing === 0 && errors === 0 && ratio <= TOLERANCE;
  failed ||= !isGood;
  console.log(
    `${scenario}: ${cpuMicrosPerDelivery.toFixed(1)} µs CPU a delivery, ${ratio.toFixed(2)} of what is kept` +
      ` (at most ${TOLERANCE}), p50 ${propagation.p50} ms, p99 ${propagation.p99} ms, keeps up ${keepUp},` +
      ` missing ${missing}, errors ${errors}${isGood ? '' : ': too dear, or not kept up'}`,
  );
}
process.exit(failed ? 1 : 0);
