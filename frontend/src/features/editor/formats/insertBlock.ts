import Delta from 'quill-delta';
import type Quill from 'quill/core.js';

/**
 * Puts an embed that stands on a line of its own at the caret, in place of what is selected. The line is
 * split where the caret is within it, and the caret comes to stand behind the embed, on a line to write in.
 */
export function insertBlock(quill: Quill, name: string, value: unknown): void {
  const { index, length } = quill.getSelection(true);
  const [, offset] = quill.getLine(index);
  const edit = new Delta().retain(index).delete(length);
  if (offset > 0) edit.insert('\n', lineFormats(quill, index));
  edit.insert({ [name]: value });
  quill.updateContents(edit, 'user');
  const behind = index + (offset > 0 ? 2 : 1);
  quill.setSelection(behind, 0, 'user');
  quill.scrollSelectionIntoView();
}

function lineFormats(quill: Quill, index: number): Record<string, unknown> {
  const [line] = quill.getLine(index);
  return line?.formats() ?? {};
}
