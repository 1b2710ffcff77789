import type Quill from 'quill/core.js';
import { Range } from 'quill/core/selection.js';
import type Delta from 'quill-delta';

/**
 * Whoever comes back into the text finds the caret where it was: after a dialog, by Tab or by a key. Browsers put
 * it to the start, or nowhere. Meanwhile it moves along with the text; a press puts it elsewhere.
 */
export function caretStays(quill: Quill): () => void {
  const { root, selection } = quill;
  const abort = new AbortController();
  const options = { signal: abort.signal };
  let pressed = false;
  root.addEventListener('pointerdown', () => (pressed = true), options);
  window.addEventListener('pointerup', () => (pressed = false), { ...options, capture: true });
  const back = (): void => {
    const { index, length } = selection.savedRange;
    if (!pressed) quill.setSelection(index, length, 'silent');
  };
  root.addEventListener('focus', back, options);
  const moved = (delta: Delta): void => {
    if (quill.hasFocus()) return;
    const { index, length } = selection.savedRange;
    const start = delta.transformPosition(index);
    selection.savedRange = new Range(start, delta.transformPosition(index + length) - start);
  };
  quill.on('text-change', moved);
  return () => {
    abort.abort();
    quill.off('text-change', moved);
  };
}
