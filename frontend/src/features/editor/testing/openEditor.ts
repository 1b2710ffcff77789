import type Delta from 'quill-delta';
import { vi } from 'vitest';
import { QuillEditor } from '../quillEditor';

/** An editor on the page that a test can type into. */
export function openEditor() {
  const host = document.createElement('div');
  document.body.replaceChildren(host);
  const listener = {
    edited: vi.fn<(delta: Delta) => void>(),
    selected: vi.fn(),
    compositionStarted: vi.fn(),
    compositionEnded: vi.fn(),
  };
  const editor = new QuillEditor(host, { label: 'Text', placeholder: 'Write' }, listener);
  editor.setEditable(true);
  const { quill } = editor;
  quill.setSelection(0, 0, 'silent');

  /** As a user types: each character where the caret is, in its formats. */
  async function type(text: string): Promise<void> {
    for (const character of text) {
      const { index } = quill.getSelection(true);
      const formats = character === '\n' ? {} : inlineFormats(quill.getFormat(index));
      quill.insertText(index, character, formats, 'user');
      quill.setSelection(index + 1, 0, 'silent');
      await Promise.resolve();
      await Promise.resolve();
    }
  }
  return { editor, quill, listener, type };
}

const BLOCKS = ['header', 'list', 'blockquote', 'code-block', 'indent', 'align', 'direction'];

function inlineFormats(formats: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(formats).filter(([name]) => !BLOCKS.includes(name)));
}
