import { useMemo } from 'react';
import { useApi } from '../../lib/api/apiContext';
import { HistoryApi } from '../../lib/api/historyApi';

export function useHistoryApi(documentId: string): HistoryApi {
  const { http } = useApi();
  return useMemo(() => new HistoryApi(http, documentId), [http, documentId]);
}
