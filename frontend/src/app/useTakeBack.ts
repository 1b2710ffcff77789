import { useCallback } from 'react';
import type { OpenDocument } from '../features/editor/useDocumentEditor';
import { useApi } from '../lib/api/apiContext';
import type { TakeBack } from '../lib/api/historyApi';
import type { TakenBack } from './takeBack';

/** Takes something back in the open document. */
export function useTakeBack(
  documentId: string,
  open: OpenDocument | undefined,
): (wish: TakeBack) => Promise<TakenBack> {
  const { http } = useApi();
  return useCallback(
    async (wish: TakeBack) => {
      if (open === undefined) return 'nothing';
      const { takeBack } = await import('./takeBack');
      return takeBack(http, documentId, open, wish);
    },
    [http, documentId, open],
  );
}
