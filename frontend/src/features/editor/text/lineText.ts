import type Delta from 'quill-delta';
import type Quill from 'quill/core.js';

/** Stands for an embed, so that positions stay right. */
export const EMBED = '\ufffc';

export function textWithEmbeds(contents: Delta): string {
  return contents.ops.map(({ insert }) => (typeof insert === 'string' ? insert : EMBED)).join('');
}

export interface LinePlace {
  /** Where the line begins. */
  readonly start: number;
  /** What stands in it before the position. */
  readonly before: string;
  readonly after: string;
  readonly formats: Readonly<Record<string, unknown>>;
}

/** The line that the position is in; costs as much as the line is long. */
export function lineAt(quill: Quill, index: number): LinePlace | undefined {
  const [line, offset] = quill.getLine(index);
  if (line === null) return undefined;
  const text = textWithEmbeds(line.delta());
  return {
    start: index - offset,
    before: text.slice(0, offset),
    after: text.slice(offset).replace(/\n$/, ''),
    formats: line.formats(),
  };
}
