import type Quill from 'quill/core.js';

export interface Heading {
  readonly level: number;
  readonly text: string;
  /** Its line. It stays the same while the heading is edited. */
  readonly node: HTMLElement;
}

/** The headings that have a text, in order. */
export function headingsOf(quill: Quill): readonly Heading[] {
  return [...quill.root.children].flatMap((node) => {
    const level = /^H([1-6])$/.exec(node.tagName)?.[1];
    const text = level === undefined ? '' : node.textContent.trim();
    if (!(node instanceof HTMLElement) || text === '') return [];
    return [{ level: Number(level), text, node }];
  });
}
