import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useApi } from '../../lib/api/apiContext';
import type { DocumentList } from '../../lib/api/types';

export const LISTS = ['lists'] as const;

export type ListKey = readonly ['lists', DocumentList, number];

/** Who is in the documents changes all the time. */
const LOOK_EVERY_MS = 10_000;

/** A list of documents, looked at again and again while the page is visible. */
export function useDocumentList(list: DocumentList, limit: number) {
  const api = useApi();
  const key: ListKey = ['lists', list, limit];
  return useQuery({
    queryKey: key,
    queryFn: () => api.documents(list, limit),
    refetchInterval: LOOK_EVERY_MS,
    refetchOnMount: 'always',
    refetchOnWindowFocus: 'always',
    // Only the same list in another order or length stands in until the new one is there.
    placeholderData: (previous, query) =>
      place(query?.queryKey[1]) === place(list) ? keepPreviousData(previous) : undefined,
  });
}

function place(list: DocumentList | undefined): string | undefined {
  return list?.kind === 'room' ? list.roomId : list?.kind;
}
