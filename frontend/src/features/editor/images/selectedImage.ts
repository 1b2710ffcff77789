import type Quill from 'quill/core.js';
import { ImageBlot } from './imageBlot';

export interface SelectedImage {
  readonly index: number;
  readonly node: HTMLImageElement;
  readonly blot: ImageBlot;
}

/** The picture that is all that is selected. */
export function selectedImage(quill: Quill): SelectedImage | undefined {
  const range = quill.getSelection();
  if (range?.length !== 1) return undefined;
  const [leaf] = quill.getLeaf(range.index + 1);
  // A selected end of line stands before a picture as well.
  if (!(leaf instanceof ImageBlot) || quill.getIndex(leaf) !== range.index) return undefined;
  return { index: range.index, node: leaf.domNode, blot: leaf };
}

/** Sets its width and lets the height follow. */
export function resized(quill: Quill, { index, node }: SelectedImage, width: number): void {
  const natural = node.naturalWidth > 0 ? node.naturalHeight / node.naturalWidth : 1;
  const wide = Math.max(24, Math.min(Math.round(width), 2_400));
  const height = Math.max(1, Math.round(wide * natural));
  quill.formatText(index, 1, { width: wide, height }, 'user');
}

/** Shows a width that is not chosen yet, or again the one that is. */
export function showWidth({ node }: SelectedImage, width: number | undefined): void {
  node.style.width = width === undefined ? '' : `${String(Math.max(24, width))}px`;
}
