import { useMutation, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';
import { AdministrationApi } from '../../lib/api/administrationApi';
import { useApi } from '../../lib/api/apiContext';

export function useAdministrationApi(): AdministrationApi {
  const { http } = useApi();
  return useMemo(() => new AdministrationApi(http), [http]);
}

/** Everything that is shown is asked anew after a change. */
const KEY = 'administration';

export function useAsked<T>(
  key: readonly unknown[],
  ask: (api: AdministrationApi) => Promise<T>,
): UseQueryResult<T> {
  const api = useAdministrationApi();
  return useQuery({ queryKey: [KEY, ...key], queryFn: () => ask(api) });
}

/** One change after the other; what is shown follows. */
export function useChange(onDone?: () => void) {
  const api = useAdministrationApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (change: (target: AdministrationApi) => Promise<unknown>) => change(api),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: [KEY] });
      onDone?.();
    },
  });
}
