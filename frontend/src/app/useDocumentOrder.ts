import { useState } from 'react';
import type { DocumentOrder } from '../lib/api/types';

const STORED = 'collab-document-order';

/** How the user sorts documents, in this browser. */
export function useDocumentOrder(): readonly [DocumentOrder, (order: DocumentOrder) => void] {
  const [order, setOrder] = useState<DocumentOrder>(() =>
    localStorage.getItem(STORED) === 'title' ? 'title' : 'updated',
  );
  return [
    order,
    (next) => {
      localStorage.setItem(STORED, next);
      setOrder(next);
    },
  ];
}
