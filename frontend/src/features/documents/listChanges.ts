import type { Document, DocumentList, List } from '../../lib/api/types';

/** What somebody has just done to a document, shown before the server has answered. */
export type DocumentChange =
  | { readonly kind: 'renamed'; readonly title: string }
  | { readonly kind: 'marked'; readonly favourite: boolean }
  | { readonly kind: 'moved'; readonly roomId: string; readonly roomName: string }
  | { readonly kind: 'trashed' }
  | { readonly kind: 'restored' };

/** A list as it will be after the change. What it can't know yet comes with the server's answer. */
export function changed(
  documents: List<Document>,
  list: DocumentList,
  id: string,
  change: DocumentChange,
): List<Document> {
  const items = documents.items.flatMap((document) => {
    if (document.id !== id) return [document];
    const after = apply(document, change);
    return belongs(after, list) ? [after] : [];
  });
  return { items, total: documents.total - documents.items.length + items.length };
}

function apply(document: Document, change: DocumentChange): Document {
  switch (change.kind) {
    case 'renamed':
      return { ...document, title: change.title };
    case 'marked':
      return { ...document, favourite: change.favourite };
    case 'moved':
      return { ...document, roomId: change.roomId, roomName: change.roomName };
    case 'trashed':
      return { ...document, deletedAt: new Date().toISOString() };
    case 'restored':
      return { ...document, deletedAt: null };
  }
}

function belongs(document: Document, list: DocumentList): boolean {
  if ((document.deletedAt !== null) !== (list.kind === 'trash')) return false;
  if (list.kind === 'favourites') return document.favourite;
  return list.kind !== 'room' || document.roomId === list.roomId;
}
