import type Quill from 'quill/core.js';
import Delta from 'quill-delta';
import { Problem } from '../../../lib/api/problem';
import { leaveTable } from '../table/tableFocus';
import type { ImageStore } from './imageStore';

const COLUMN = 720;

/** Pictures and drawings are not the same: a drawing can carry a program, so none is taken. */
export function imageFiles(data: DataTransfer | null): readonly File[] {
  return [...(data?.files ?? [])].filter(
    ({ type }) => type.startsWith('image/') && type !== 'image/svg+xml',
  );
}

/** Stores the files and puts the pictures to where the caret is now, wherever that is by then. */
export function insertImages(quill: Quill, store: ImageStore, files: readonly File[]): void {
  leaveTable(quill);
  const range = quill.getSelection(true);
  let index = range.index;
  const follow = (delta: Delta): void => {
    index = new Delta(delta.ops).transformPosition(index);
  };
  quill.on('text-change', follow);
  let left = files.length;
  for (const file of files) {
    store.upload(file, isUnreachable, ({ id, width, height }) => {
      const shown = Math.min(width, COLUMN);
      const size = { width: shown, height: Math.max(1, Math.round((height * shown) / width)) };
      quill.updateContents(
        new Delta().retain(index).insert({ image: `images/${id}` }, size),
        'user',
      );
      left -= 1;
      if (left === 0) quill.off('text-change', follow);
    });
  }
}

function isUnreachable(error: unknown): boolean {
  return !(error instanceof Problem && error.isFinal);
}
