import { Problem, Unreachable, problemOf } from './problem';
import type { Me, SignIn, User } from './types';
import { apiUrl } from './urls';

export type AuthState =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'signed-in'; readonly user: Me };

export interface HttpDeps {
  readonly fetch: typeof fetch;
  /**
   * Runs one refresh at a time among all tabs: they share the refresh cookie, which rotates, and using
   * an old one twice looks like theft to the server.
   */
  readonly exclusively: <T>(run: () => Promise<T>) => Promise<T>;
  /** Goes to another address, where the company's sign-in is told that the user signs out. */
  readonly leave?: (url: string) => void;
}

interface SignedOut {
  readonly endSessionUrl: string;
}

export const browserHttp: HttpDeps = {
  fetch: (input, init) => fetch(input, init),
  // navigator.locks is absent on plain http, except on localhost.
  exclusively: (run) =>
    'locks' in navigator ? navigator.locks.request('collab-refresh', run) : run(),
  leave: (url) => {
    window.location.assign(url);
  },
};

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * JSON over fetch. The access token lives in this object only, so that no script can find it in a
 * store; a reload gets a new one through the HttpOnly refresh cookie.
 */
export class HttpClient {
  readonly #deps: HttpDeps;
  readonly #listeners = new Set<() => void>();
  #token: string | undefined;
  #auth: AuthState = { kind: 'unknown' };
  #refreshing: Promise<boolean> | undefined;

  constructor(deps: HttpDeps = browserHttp) {
    this.#deps = deps;
  }

  get auth(): AuthState {
    return this.#auth;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  get<T>(path: string): Promise<T> {
    return this.#authorized<T>('GET', path);
  }

  post<T>(path: string, body?: unknown): Promise<T> {
    return this.#authorized<T>('POST', path, body);
  }

  /** What is no JSON, as a picture. */
  async getBlob(path: string): Promise<Blob> {
    const response = await this.#answered('GET', path);
    if (!response.ok) throw await problemOf(response);
    return response.blob();
  }

  put<T>(path: string, body: unknown): Promise<T> {
    return this.#authorized<T>('PUT', path, body);
  }

  patch<T>(path: string, body: unknown): Promise<T> {
    return this.#authorized<T>('PATCH', path, body);
  }

  delete(path: string): Promise<void> {
    return this.#authorized<undefined>('DELETE', path);
  }

  async signIn(email: string, password: string): Promise<void> {
    const response = await this.#fetch('POST', 'auth/login', { email, password });
    this.#signedIn(await read<SignIn>(response));
  }

  /** Another way in: the answer holds what signing in gives. */
  async signInBy<T>(path: string, body: unknown): Promise<T> {
    const answer = await read<SignIn & T>(await this.#fetch('POST', path, body));
    this.#signedIn(answer);
    return answer;
  }

  async register(email: string, password: string, displayName: string): Promise<void> {
    const response = await this.#fetch('POST', 'auth/register', { email, password, displayName });
    await read<User>(response);
    await this.signIn(email, password);
  }

  async signOut(): Promise<void> {
    const elsewhere = await this.post<SignedOut | undefined>('auth/logout').catch(
      (error: unknown) => {
        if (isProblem(error, 401)) return undefined; // the session has ended already
        throw error;
      },
    );
    this.#signedOut();
    if (elsewhere !== undefined) this.#deps.leave?.(elsewhere.endSessionUrl);
  }

  /** The signed-in user is no more. */
  forget(): void {
    this.#signedOut();
  }

  /** The signed-in user has changed something about themselves. */
  changed(user: Me): void {
    if (this.#auth.kind === 'signed-in' && this.#auth.user.id === user.id) {
      this.#setAuth({ kind: 'signed-in', user });
    }
  }

  /** At start: the refresh cookie decides whether somebody is signed in. False where nobody is. */
  refresh(): Promise<boolean> {
    this.#refreshing ??= this.#deps
      .exclusively(() => this.#refreshOnce())
      .finally(() => {
        this.#refreshing = undefined;
      });
    return this.#refreshing;
  }

  async #refreshOnce(): Promise<boolean> {
    const response = await this.#fetch('POST', 'auth/refresh');
    if (!response.ok) {
      const problem = await problemOf(response);
      if (problem.status !== 401 && !(problem.status === 403 && problem.isFinal)) throw problem;
      this.#signedOut();
      return false;
    }
    this.#signedIn(await read<SignIn>(response));
    return true;
  }

  async #authorized<T>(method: Method, path: string, body?: unknown): Promise<T> {
    return read<T>(await this.#answered(method, path, body));
  }

  async #answered(method: Method, path: string, body?: unknown): Promise<Response> {
    const token = this.#token;
    const response = await this.#fetch(method, path, body, token);
    if (response.status !== 401) return response;
    // Another request may have refreshed meanwhile; then its token is tried first.
    const fresh = this.#token !== token || (await this.refresh());
    if (!fresh) throw await problemOf(response);
    const second = await this.#fetch(method, path, body, this.#token);
    if (second.status === 401) this.#signedOut();
    return second;
  }

  async #fetch(method: Method, path: string, body?: unknown, token?: string): Promise<Response> {
    const headers: Record<string, string> = { Accept: 'application/json' };
    if (body instanceof Blob) headers['Content-Type'] = body.type;
    else if (body !== undefined) headers['Content-Type'] = 'application/json';
    if (token !== undefined) headers['Authorization'] = `Bearer ${token}`;
    const init: RequestInit = { method, headers, credentials: 'same-origin', cache: 'no-store' };
    if (body !== undefined) init.body = body instanceof Blob ? body : JSON.stringify(body);
    try {
      return await this.#deps.fetch(apiUrl(path), init);
    } catch (error) {
      throw new Unreachable(`${method} ${path} got no answer`, { cause: error });
    }
  }

  #signedIn({ accessToken, user }: SignIn): void {
    this.#token = accessToken;
    this.#setAuth({ kind: 'signed-in', user });
  }

  #signedOut(): void {
    this.#token = undefined;
    this.#setAuth({ kind: 'signed-out' });
  }

  #setAuth(auth: AuthState): void {
    this.#auth = auth;
    for (const listener of this.#listeners) listener();
  }
}

async function read<T>(response: Response): Promise<T> {
  if (!response.ok) throw await problemOf(response);
  if (response.status === 204 || response.headers.get('Content-Length') === '0') {
    return undefined as T;
  }
  return (await response.json()) as T;
}

export function isProblem(error: unknown, status: number): boolean {
  return error instanceof Problem && error.status === status;
}
