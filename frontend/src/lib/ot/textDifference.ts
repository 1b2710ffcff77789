const LINES_AROUND = 1;

export interface TextDifference {
  /** The lines that differ, with one before and after them; no more of two long texts. */
  readonly mine: string;
  readonly theirs: string;
  /** Where the first difference is. */
  readonly index: number;
}

/** Cuts what two texts have in common off their ends, in whole lines. */
export function textDifference(mine: string, theirs: string): TextDifference {
  const shorter = Math.min(mine.length, theirs.length);
  let start = 0;
  while (start < shorter && mine.charCodeAt(start) === theirs.charCodeAt(start)) start += 1;
  let end = 0;
  while (
    end < shorter - start &&
    mine.charCodeAt(mine.length - 1 - end) === theirs.charCodeAt(theirs.length - 1 - end)
  ) {
    end += 1;
  }
  const from = lineStart(mine, start);
  const tail = mine.length - lineEnd(mine, mine.length - end);
  return {
    mine: mine.slice(from, mine.length - tail),
    theirs: theirs.slice(from, theirs.length - tail),
    index: start,
  };
}

function lineStart(text: string, index: number): number {
  let at = index;
  for (let lines = 0; lines <= LINES_AROUND; lines += 1) {
    at = text.lastIndexOf('\n', at - 1);
    if (at <= 0) return 0;
  }
  return at + 1;
}

function lineEnd(text: string, index: number): number {
  let at = index - 1;
  for (let lines = 0; lines <= LINES_AROUND; lines += 1) {
    at = text.indexOf('\n', at + 1);
    if (at < 0) return text.length;
  }
  return at;
}
