import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../../lib/api/apiContext';
import type { Role } from '../../lib/sync/messages';

const members = (roomId: string) => ['rooms', roomId, 'members'] as const;

/** Nobody has an account with that address. */
export class NoSuchUser extends Error {
  override readonly name = 'NoSuchUser';
}

export function useMembers(roomId: string) {
  const api = useApi();
  return useQuery({ queryKey: members(roomId), queryFn: () => api.members(roomId) });
}

export function useAddMember(roomId: string) {
  const api = useApi();
  return useMutation({
    mutationFn: async ({ email, role }: { email: string; role: Role }) => {
      const user = await api.userByEmail(email);
      if (user === undefined) throw new NoSuchUser(email);
      await api.setMember(roomId, user.id, role);
    },
    onSuccess: useInvalidate(roomId),
  });
}

export function useSetMember(roomId: string) {
  const api = useApi();
  return useMutation({
    mutationFn: ({ userId, role }: { userId: string; role: Role | undefined }) =>
      role === undefined ? api.removeMember(roomId, userId) : api.setMember(roomId, userId, role),
    onSuccess: useInvalidate(roomId),
  });
}

function useInvalidate(roomId: string) {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: members(roomId) });
}
