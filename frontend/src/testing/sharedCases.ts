import { readFileSync } from 'node:fs';

/** Cases that the server's engine reads too, one JSON value a line. */
export function sharedCases(name: string): readonly unknown[] {
  const file = new URL(`../../../ot-engine/src/test/resources/${name}`, import.meta.url);
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as unknown);
}
