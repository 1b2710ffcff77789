import { createContext, useContext, useState, useSyncExternalStore } from 'react';
import type { CollabApi } from './collabApi';
import type { AuthState } from './httpClient';
import type { Me } from './types';

export const ApiContext = createContext<CollabApi | undefined>(undefined);

export function useApi(): CollabApi {
  const api = useContext(ApiContext);
  if (api === undefined) throw new Error('useApi needs an ApiContext around it');
  return api;
}

export function useAuth(): AuthState {
  const { http } = useApi();
  return useSyncExternalStore(http.subscribe, () => http.auth);
}

/** Only for pages that are shown to signed-in users. */
export function useMe(): Me {
  const auth = useAuth();
  if (auth.kind !== 'signed-in') throw new Error('useMe needs a signed-in user');
  return auth.user;
}

/** Who opened the page; it stays the same where the page outlives the user's session. */
export function useOpener(): string {
  const auth = useAuth();
  const [id] = useState(auth.kind === 'signed-in' ? auth.user.id : undefined);
  if (id === undefined) throw new Error('useOpener needs a user who was signed in');
  return id;
}
