import type Quill from 'quill/core.js';
import type { Range } from '../../../lib/sync/messages';

export interface LinkPlace {
  readonly range: Range;
  readonly address: string;
}

/** The whole link that the position is in or at the end of. */
export function linkAt(quill: Quill, index: number): LinkPlace | undefined {
  const address: unknown = quill.getFormat(index)['link'];
  if (typeof address !== 'string') return undefined;
  const has = (at: number): boolean => quill.getFormat(at, 1)['link'] === address;
  let start = index;
  let end = index;
  while (start > 0 && has(start - 1)) start -= 1;
  while (has(end)) end += 1;
  return { range: { index: start, length: end - start }, address };
}

/** Links the range, or the link at the caret, or inserts the address as its own text. */
export function setLink(quill: Quill, range: Range, address: string | undefined): void {
  const place = range.length > 0 ? range : (linkAt(quill, range.index)?.range ?? range);
  if (place.length > 0) {
    quill.formatText(place.index, place.length, 'link', address ?? false, 'user');
  } else if (address !== undefined) {
    quill.insertText(place.index, address, { link: address }, 'user');
    quill.setSelection(place.index + address.length, 0, 'user');
  }
}
