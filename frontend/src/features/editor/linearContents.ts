import type Quill from 'quill/core.js';
import Delta, { type Op } from 'quill-delta';

/** A line of Quill's, as far as it is read here; it keeps its delta until it changes. */
interface Line {
  delta(): Delta;
}

/**
 * Makes reading the whole text cost in proportion to its lines.
 *
 * Quill joins the lines' deltas one by one and copies all before each time, and does so after every change
 * that comes from others: with 2,000 lines that took longer than everything else together.
 */
export function linearContents(quill: Quill): () => void {
  const { editor } = quill;
  const original = editor.getDelta.bind(editor);
  editor.getDelta = () => joined(quill.scroll.lines());
  return () => {
    editor.getDelta = original;
  };
}

function joined(lines: readonly Line[]): Delta {
  const all = new Delta();
  for (const line of lines) {
    const [first, ...rest] = line.delta().ops;
    if (first === undefined) continue;
    // Only the first can go together with what is before it.
    all.push(first);
    addAll(all.ops, rest);
  }
  return all;
}

function addAll(to: Op[], ops: readonly Op[]): void {
  for (const op of ops) to.push(op);
}
