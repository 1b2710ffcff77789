import type { RemoteCursor } from '../../lib/sync/presenceBoard';

/** Of the others' carets the first one after the own, or the first of all. */
export function nextCollaborator(
  cursors: readonly RemoteCursor[],
  own: number,
): RemoteCursor | undefined {
  const inOrder = [...cursors].sort((one, other) => placeOf(one) - placeOf(other));
  return inOrder.find((cursor) => placeOf(cursor) > own) ?? inOrder[0];
}

export function placeOf({ range }: RemoteCursor): number {
  return range.index + range.length;
}

/** Ctrl or Cmd with Alt and N. By the key's place: Alt changes the letter on some keyboards. */
export function isNextKey(event: KeyboardEvent): boolean {
  return (event.ctrlKey || event.metaKey) && event.altKey && event.code === 'KeyN';
}
