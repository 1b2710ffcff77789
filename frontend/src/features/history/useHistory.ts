import {
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
  type InfiniteData,
} from '@tanstack/react-query';
import type { HistoryApi, Timeline, TimelineFilter } from '../../lib/api/historyApi';
import { useHistoryApi } from './useHistoryApi';

const REFRESH_MS = 10_000;

const timelineKey = (documentId: string) => ['documents', documentId, 'history'] as const;

export function useTimeline(documentId: string, filter: TimelineFilter) {
  const api = useHistoryApi(documentId);
  return useInfiniteQuery<
    Timeline,
    Error,
    InfiniteData<Timeline>,
    readonly unknown[],
    number | undefined
  >({
    queryKey: [...timelineKey(documentId), filter],
    queryFn: ({ pageParam }) => api.timeline(filter, pageParam),
    initialPageParam: undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    refetchInterval: REFRESH_MS,
  });
}

export function useDifference(documentId: string, from: number, to: number) {
  const api = useHistoryApi(documentId);
  return useQuery({
    queryKey: ['documents', documentId, 'difference', from, to],
    queryFn: () => api.difference(from, to),
    staleTime: Infinity,
  });
}

/** Something that changes the history or its names; the panel is brought up to date behind it. */
export function useHistoryChange<T>(
  documentId: string,
  run: (api: HistoryApi, value: T) => Promise<unknown>,
) {
  const api = useHistoryApi(documentId);
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (value: T) => run(api, value),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['documents', documentId] }),
  });
}
