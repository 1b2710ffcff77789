import { useEffect, useState } from 'react';
import type { QuillEditor } from './quillEditor';
import { WhenIdle } from './whenIdle';

/** What is read from the text, now and again whenever the writer has paused after a change. */
export function useLater<T>(editor: QuillEditor, read: (editor: QuillEditor) => T): T {
  const [value, setValue] = useState(() => read(editor));
  useEffect(() => {
    const later = new WhenIdle(() => {
      setValue(read(editor));
    });
    later.ask();
    editor.quill.on('text-change', later.ask);
    return () => {
      later.stop();
      editor.quill.off('text-change', later.ask);
    };
  }, [editor, read]);
  return value;
}
