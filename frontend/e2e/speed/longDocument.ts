import type { Op } from 'quill-delta';
import type { Bot } from '../bot';

const LINES = 2_000;
const LINE_LENGTH = 100;
/** A message holds 256 KiB and 5,000 ops at most. */
const LINES_A_CHANGE = 500;

/** 2,000 lines of 100 characters, each with words of its own format and a line format. */
export async function fillLongDocument(bot: Bot): Promise<void> {
  for (let from = 0; from < LINES; from += LINES_A_CHANGE) {
    const ops = Array.from({ length: LINES_A_CHANGE }, (_, line) => lineOps(from + line)).flat();
    await bot.edit(from === 0 ? ops : [{ retain: from * LINE_LENGTH }, ...ops]);
  }
}

function lineOps(line: number): Op[] {
  const start = `Line ${String(line)} says what has to be said `;
  const bold = 'in words that carry weight';
  const rest = ' and goes on '.padEnd(LINE_LENGTH - 1 - start.length - bold.length, 'as it must ');
  return [
    { insert: start },
    { insert: bold, attributes: line % 2 === 0 ? { bold: true } : { italic: true } },
    { insert: rest },
    { insert: '\n', attributes: lineFormat(line) },
  ];
}

function lineFormat(line: number): Record<string, unknown> {
  if (line % 50 === 0) return { header: 2 };
  if (line % 3 === 0) return { blockquote: true };
  return { list: line % 2 === 0 ? 'bullet' : 'ordered' };
}
