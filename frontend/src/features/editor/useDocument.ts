import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../lib/api/apiContext';

export const documentKey = (id: string) => ['documents', id] as const;

export function useDocument(id: string) {
  const api = useApi();
  return useQuery({ queryKey: documentKey(id), queryFn: () => api.document(id) });
}
