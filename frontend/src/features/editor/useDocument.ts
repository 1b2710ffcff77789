import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../lib/api/apiContext';

export const documentKey = (id: string) => ['documents', id] as const;

/** The document as lists have it, asked for again now and then where somebody looks at its facts. */
export function useDocument(id: string, everyMs: number | false = false) {
  const api = useApi();
  return useQuery({
    queryKey: documentKey(id),
    queryFn: () => api.document(id),
    refetchInterval: everyMs,
  });
}
