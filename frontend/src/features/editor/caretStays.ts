import type Quill from 'quill/core.js';

/**
 * Whoever comes back into the text finds the caret where it was: after a dialog, by Tab or by a key. Browsers put
 * it to the start, or nowhere. A press with the mouse puts it elsewhere right after.
 */
export function caretStays(quill: Quill): () => void {
  const { root, selection } = quill;
  const back = (): void => {
    const node = document.getSelection()?.anchorNode ?? null;
    if (root.contains(node)) return;
    const { index, length } = selection.savedRange;
    quill.setSelection(index, length, 'silent');
  };
  root.addEventListener('focus', back);
  return () => {
    root.removeEventListener('focus', back);
  };
}
