import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useApi, useMe } from '../../lib/api/apiContext';

const ROOMS = ['rooms'] as const;

export function useRooms() {
  const api = useApi();
  return useQuery({ queryKey: ROOMS, queryFn: () => api.rooms() });
}

export function useCreateRoom() {
  const api = useApi();
  return useMutation({
    mutationFn: (name: string) => api.createRoom(name),
    onSuccess: useInvalidate(),
  });
}

export function useChangeRoom(id: string) {
  const api = useApi();
  return useMutation({
    mutationFn: (change: { readonly historyForViewers: boolean }) => api.changeRoom(id, change),
    onSuccess: useInvalidate(),
  });
}

export function useRenameRoom(id: string) {
  const api = useApi();
  return useMutation({
    mutationFn: (name: string) => api.renameRoom(id, name),
    onSuccess: useInvalidate(),
  });
}

/** Deletes the room for everybody, or leaves it. */
export function useEndRoom(id: string, how: 'remove' | 'leave') {
  const api = useApi();
  const me = useMe();
  return useMutation({
    mutationFn: () => (how === 'remove' ? api.deleteRoom(id) : api.removeMember(id, me.id)),
    onSuccess: useInvalidate(),
  });
}

function useInvalidate() {
  const queries = useQueryClient();
  return async () => {
    await queries.invalidateQueries({ queryKey: ROOMS });
    await queries.invalidateQueries({ queryKey: ['lists'] });
  };
}
