// Prints the JavaScript that each route loads, gzipped, and fails where a route is over its budget.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const DIST = new URL('../dist/', import.meta.url).pathname;
const ASSETS = join(DIST, 'assets');

/** A file and everything that it imports statically. */
function closure(file, seen = new Set()) {
  if (seen.has(file)) return seen;
  seen.add(file);
  const code = readFileSync(join(ASSETS, file), 'utf8');
  for (const [, next] of code.matchAll(/(?:\bfrom|\bimport)\s*["']\.\/([\w.-]+\.js)["']/g)) {
    closure(next, seen);
  }
  return seen;
}

function kilobytes(files) {
  const bytes = [...files].reduce(
    (sum, file) => sum + gzipSync(readFileSync(join(ASSETS, file)), { level: 9 }).length,
    0,
  );
  return bytes / 1000;
}

const entry = /assets\/([\w.-]+\.js)"/.exec(readFileSync(join(DIST, 'index.html'), 'utf8'))[1];
const page = (name) =>
  readdirSync(ASSETS).find((file) => file.startsWith(`${name}-`) && file.endsWith('.js'));
const start = closure(page('StartPage'), closure(entry));
const editor = closure(page('DocumentPage'), closure(entry));

const routes = [
  { name: 'start page', size: kilobytes(start), budget: 150 },
  { name: 'editor route', size: kilobytes(editor), budget: 220 },
];
for (const { name, size, budget } of routes) {
  console.log(`${name}: ${size.toFixed(1)} kB of ${String(budget)} kB JavaScript, gzipped`);
}
const startHasQuill = [...start].some((file) =>
  readFileSync(join(ASSETS, file), 'utf8').includes('ql-editor'),
);
if (startHasQuill) console.error('the start page loads Quill');
if (startHasQuill || routes.some(({ size, budget }) => size > budget)) process.exit(1);
