import Delta from 'quill-delta';

const WORDS = ['a', 'bc', 'd\n', '😀', 'ü', ' ', 'long word'];
const ATTRIBUTES = [
  { bold: true },
  { bold: null },
  { italic: true },
  { link: 'https://a.example' },
];

/** A small deterministic generator (mulberry32), so that a seed repeats a whole run. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** One edit as a user might make it: types, deletes or formats somewhere in the document. */
export function randomEdit(document: Delta, random: () => number): Delta {
  const below = (limit: number): number => Math.floor(random() * limit);
  const length = document.length();
  const edit = new Delta().retain(cutPoint(document, below(length)));
  const at = edit.length();
  const kind = below(4);
  if (kind < 2) {
    const word = WORDS[below(WORDS.length)] ?? 'x';
    return edit.insert(word, kind === 0 ? undefined : { bold: true });
  }
  const end = cutPoint(document, Math.min(length - 1, at + 1 + below(4)));
  if (end <= at) return edit.insert('z');
  if (kind === 2) return edit.delete(end - at);
  return edit.retain(end - at, ATTRIBUTES[below(ATTRIBUTES.length)]);
}

/** Keeps surrogate pairs whole. */
function cutPoint(document: Delta, at: number): number {
  const text = document.ops.map((op) => (typeof op.insert === 'string' ? op.insert : '*')).join('');
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
}
