import type { Range } from '../../../lib/sync/messages';

export interface FindOptions {
  readonly query: string;
  readonly matchCase: boolean;
  readonly wholeWord: boolean;
}

/** Where the query stands in the text, from the start on, without overlaps. */
export function findMatches(text: string, options: FindOptions): readonly Range[] {
  const { query, matchCase, wholeWord } = options;
  if (query === '') return [];
  const plain = query.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  const pattern = wholeWord ? `(?<![\\p{L}\\p{N}\\p{M}_])${plain}(?![\\p{L}\\p{N}\\p{M}_])` : plain;
  const expression = new RegExp(pattern, matchCase ? 'gu' : 'giu');
  return Array.from(text.matchAll(expression), ({ index, 0: found }) => ({
    index,
    length: found.length,
  }));
}

/** Number of the first match at or behind the position; the first of all where there is none behind. */
export function matchFrom(matches: readonly Range[], position: number): number {
  const found = matches.findIndex(({ index }) => index >= position);
  return found === -1 ? 0 : found;
}
