import { useCallback } from 'react';
import type { OpenDocument } from '../features/editor/useDocumentEditor';
import { useHistoryApi } from '../features/history/useHistory';
import type { TakeBack } from '../lib/api/historyApi';
import { takeBack, type TakenBack } from './takeBack';

/** Takes something back in the open document. */
export function useTakeBack(
  documentId: string,
  open: OpenDocument | undefined,
): (wish: TakeBack) => Promise<TakenBack> {
  const api = useHistoryApi(documentId);
  return useCallback(
    (wish: TakeBack) => {
      if (open === undefined) return Promise.resolve('nothing');
      const { session, editor } = open;
      return takeBack(
        api,
        {
          session,
          apply: (delta) => {
            editor.apply(delta);
          },
        },
        wish,
      );
    },
    [api, open],
  );
}
