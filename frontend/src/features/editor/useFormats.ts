import { useSyncExternalStore } from 'react';
import type { Formats, QuillEditor } from './quillEditor';

const NO_FORMATS: Formats = {};
const nothing = (): void => undefined;

/** The formats at the caret. */
export function useFormats(editor: QuillEditor | undefined): Formats {
  return useSyncExternalStore(
    editor === undefined ? () => nothing : editor.subscribe,
    () => editor?.formats ?? NO_FORMATS,
  );
}
