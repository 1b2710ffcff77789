import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../../lib/api/apiContext';

const documents = (roomId: string) => ['rooms', roomId, 'documents'] as const;

export function useDocuments(roomId: string) {
  const api = useApi();
  return useQuery({
    queryKey: documents(roomId),
    queryFn: () => api.documents(roomId),
    refetchOnMount: 'always',
  });
}

export function useCreateDocument(roomId: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (title: string) => api.createDocument(roomId, title),
    onSuccess: () => queries.invalidateQueries({ queryKey: documents(roomId) }),
  });
}
