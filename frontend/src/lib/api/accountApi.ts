import type { HttpClient } from './httpClient';
import type { List } from './types';
import { apiUrl } from './urls';

/** How one signs in here; `sso` is what the company's sign-in is called. */
export interface SignInMethods {
  readonly local: boolean;
  readonly registration: boolean;
  readonly sso: string | null;
}

/** Somewhere the user is signed in. */
export interface UserSession {
  readonly id: string;
  readonly method: string;
  readonly usedAt: string;
  readonly address: string | null;
  readonly userAgent: string | null;
  readonly current: boolean;
}

/** Where the browser goes to sign in through the company. */
export function ssoUrl(returnTo: string): string {
  return apiUrl(`auth/sso?returnTo=${encodeURIComponent(returnTo)}`);
}

export function signInMethods(http: HttpClient): Promise<SignInMethods> {
  return http.get('auth/methods');
}

export function changePassword(http: HttpClient, current: string, next: string): Promise<void> {
  return http.put('users/me/password', { current, new: next });
}

export async function sessions(http: HttpClient): Promise<readonly UserSession[]> {
  return (await http.get<List<UserSession>>('auth/sessions')).items;
}

export function endSession(http: HttpClient, id: string): Promise<void> {
  return http.delete(`auth/sessions/${id}`);
}

export function endOtherSessions(http: HttpClient): Promise<void> {
  return http.delete('auth/sessions');
}

export function changeAvatar(http: HttpClient, file: Blob): Promise<void> {
  return http.put('users/me/avatar', file);
}

export function removeAvatar(http: HttpClient): Promise<void> {
  return http.delete('users/me/avatar');
}

export function avatar(http: HttpClient, userId: string): Promise<Blob> {
  return http.getBlob(`users/${userId}/avatar`);
}

export function exportMe(http: HttpClient): Promise<Blob> {
  return http.getBlob('users/me/export');
}

export function eraseMe(http: HttpClient, password: string): Promise<void> {
  return http.post('users/me/erasure', { password });
}
