import Delta from 'quill-delta';
import type Quill from 'quill/core.js';
import type { Extension } from '../extensions';
import { lineAt, type LinePlace } from '../text/lineText';
import { AFTER_SPACE, INLINE } from './blockRules';

const SIGNS = new Set([' ', '*', '_', '~', '`', '-']);

/**
 * Turns typed Markdown into formats. What was typed is one step of the undo stack and what was made of it
 * another, so that one undo brings the characters back, for those who meant them.
 */
export const markdownShortcuts: Extension = (quill) => {
  const typed = (delta: Delta, _before: Delta, source: string): void => {
    const sign = source === 'user' ? typedCharacter(delta) : undefined;
    if (sign === undefined || !SIGNS.has(sign)) return;
    // Others must have heard of the character before of what it became.
    queueMicrotask(() => {
      transform(quill, sign);
    });
  };
  quill.on('text-change', typed);
  return () => {
    quill.off('text-change', typed);
  };
};

/** The last one that was typed: a fast typist's, or a test's, come several at once. */
function typedCharacter({ ops }: Delta): string | undefined {
  const insert = ops.at(-1)?.insert;
  const isOnlyThat = ops.length <= 2 && ops.every((op) => op.delete === undefined);
  return isOnlyThat && typeof insert === 'string' ? insert.at(-1) : undefined;
}

function transform(quill: Quill, sign: string): void {
  const range = quill.getSelection();
  if (range?.length !== 0 || quill.composition.isComposing) return;
  const line = lineAt(quill, range.index);
  if (line === undefined || line.formats['code-block'] !== undefined) return;
  if (!line.before.endsWith(sign)) return;
  if (sign === ' ') afterSpace(quill, line);
  else if (line.before === '---' && line.after === '') divide(quill, line);
  else if (line.before === '```' && line.after === '') format(quill, line, { 'code-block': true });
  else inline(quill, line, range.index);
}

function afterSpace(quill: Quill, line: LinePlace): void {
  const rule = AFTER_SPACE.find(({ pattern }) => pattern.test(line.before));
  if (rule === undefined || line.formats['header'] !== undefined) return;
  if (Object.entries(rule.formats).every(([name, value]) => line.formats[name] === value)) return;
  format(quill, line, rule.formats);
}

function format(quill: Quill, line: LinePlace, formats: Record<string, unknown>): void {
  step(quill, () => {
    quill.updateContents(
      new Delta()
        .retain(line.start)
        .delete(line.before.length)
        .retain(line.after.length)
        .retain(1, { ...without(line.formats), ...formats }),
      'user',
    );
    quill.setSelection(line.start, 0, 'silent');
  });
}

const LINE_STYLES = ['header', 'blockquote', 'list'];

/** A line has one style: what it had before goes. */
function without(formats: Readonly<Record<string, unknown>>): Record<string, null> {
  const had = LINE_STYLES.filter((style) => formats[style] !== undefined);
  return Object.fromEntries(had.map((style) => [style, null]));
}

function divide(quill: Quill, line: LinePlace): void {
  step(quill, () => {
    const edit = new Delta().retain(line.start).insert({ divider: true }).delete(3);
    quill.updateContents(edit, 'user');
    quill.setSelection(line.start + 1, 0, 'silent');
  });
}

function inline(quill: Quill, line: LinePlace, index: number): void {
  for (const { pattern, format } of INLINE) {
    const found = pattern.exec(line.before);
    const { sign = '', text = '' } = found?.groups ?? {};
    if (found === null || text === '') continue;
    if (quill.getFormat(index - 1, 1)['code'] !== undefined) return;
    const start = line.start + found.index;
    step(quill, () => {
      quill.updateContents(
        new Delta()
          .retain(start)
          .delete(sign.length)
          .retain(text.length, { [format]: true })
          .delete(sign.length),
        'user',
      );
      quill.setSelection(start + text.length, 0, 'silent');
      // What is typed next is plain again.
      quill.format(format, false, 'silent');
    });
    return;
  }
}

/** A step of its own for undo. */
function step(quill: Quill, change: () => void): void {
  quill.history.cutoff();
  change();
  quill.history.cutoff();
}
