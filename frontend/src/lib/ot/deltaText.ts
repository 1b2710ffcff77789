import Delta, { Op } from 'quill-delta';
import { TABLE, tableText, type TableContent } from './table/tableContent';

/** The text that a delta inserts, for a user who wants it back. */
export function insertedText(deltas: readonly Delta[]): string {
  return deltas
    .flatMap((delta) => delta.ops)
    .map((op) => (typeof op.insert === 'string' ? op.insert : embedText(op.insert ?? op.retain)))
    .join('');
}

function embedText(embed: unknown): string {
  if (typeof embed !== 'object' || embed === null || !(TABLE in embed)) return '';
  const text = tableText(embed[TABLE] as TableContent);
  return text === '' ? '' : `${text}\n`;
}

/** A document's text; an embed counts one unit, as it does everywhere. */
export function documentText(document: Delta): string {
  return document.ops.map((op) => (typeof op.insert === 'string' ? op.insert : '\uFFFC')).join('');
}

/** How many UTF-16 units of a document a delta needs to be there. */
export function requiredLength(delta: Delta): number {
  return delta.ops.reduce((sum, op) => (op.insert === undefined ? sum + Op.length(op) : sum), 0);
}

/** Whether the delta is a document: inserts only. */
export function isDocument(delta: Delta): boolean {
  return delta.ops.every((op) => op.insert !== undefined);
}
