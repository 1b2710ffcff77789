import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { useApi } from '../../lib/api/apiContext';
import { SharingApi, type Place } from '../../lib/api/sharingApi';

const PAUSE_MS = 150;

export function useSharingApi(): SharingApi {
  const { http } = useApi();
  return useMemo(() => new SharingApi(http), [http]);
}

const sharing = ({ kind, id }: Place) => ['sharing', kind, id] as const;

export function useAccess(place: Place) {
  const api = useSharingApi();
  return useQuery({ queryKey: [...sharing(place), 'access'], queryFn: () => api.access(place) });
}

export function useLink(place: Place) {
  const api = useSharingApi();
  return useQuery({ queryKey: [...sharing(place), 'link'], queryFn: () => api.link(place.id) });
}

export function useInvitations(place: Place) {
  const api = useSharingApi();
  return useQuery({
    queryKey: [...sharing(place), 'invitations'],
    queryFn: () => api.invitations(place),
  });
}

/** Changes who has access; everything that is shown of it is asked again. */
export function useSharingChange<W, R>(
  place: Place,
  change: (api: SharingApi, wish: W) => Promise<R>,
) {
  const api = useSharingApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (wish: W) => change(api, wish),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: sharing(place) }),
        queries.invalidateQueries({ queryKey: ['rooms'] }),
      ]),
  });
}

/** People and groups while a name is typed. */
export function useFound(typed: string) {
  const api = useSharingApi();
  const query = useSettled(typed.trim());
  return useQuery({
    queryKey: ['directory', query],
    queryFn: () => api.find(query),
    enabled: query !== '',
    placeholderData: keepPreviousData,
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
