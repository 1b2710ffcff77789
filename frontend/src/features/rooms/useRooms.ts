import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../../lib/api/apiContext';

const ROOMS = ['rooms'] as const;

export function useRooms() {
  const api = useApi();
  return useQuery({ queryKey: ROOMS, queryFn: () => api.rooms() });
}

export function useCreateRoom() {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (name: string) => api.createRoom(name),
    onSuccess: () => queries.invalidateQueries({ queryKey: ROOMS }),
  });
}
