import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useApi } from '../../lib/api/apiContext';

const PAUSE_MS = 150;
const SHOWN = 12;
/** A text can be found a few seconds after it was written: until then it is looked for again. */
const AGAIN_MS = 2_500;

/** What is found while the words are typed. */
export function useSearch(typed: string, isShown: boolean) {
  const api = useApi();
  const words = useSettled(typed.trim());
  return useQuery({
    queryKey: ['search', words],
    queryFn: () => api.search(words, SHOWN),
    enabled: words !== '',
    placeholderData: keepPreviousData,
    staleTime: 2_000,
    refetchInterval: ({ state }) =>
      isShown && (state.data?.total ?? 0) < SHOWN ? AGAIN_MS : false,
  });
}

/** The value once it has not changed for a moment. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => {
      setSettled(value);
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [value]);
  return settled;
}
