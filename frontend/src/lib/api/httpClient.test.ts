import { expect, it, vi } from 'vitest';
import { HttpClient } from './httpClient';
import { Problem, Unreachable } from './problem';
import { routerBasename, socketUrl } from './urls';

const USER = { id: 'u', email: 'a@b.example', displayName: 'Ana', color: '#123456' };

type Answer = (path: string, init: RequestInit) => Response;

function json(status: number, body: unknown): Response {
  return new Response(JSON.stringify(body), { status });
}

function client(answer: Answer) {
  const calls: string[] = [];
  const http = new HttpClient({
    fetch: (input, init = {}) => {
      const path = new URL(input as string).pathname;
      calls.push(`${init.method ?? ''} ${path}`);
      return Promise.resolve(answer(path, init));
    },
    exclusively: (run) => run(),
  });
  return { http, calls };
}

function bearer(init: RequestInit): string | undefined {
  return (init.headers as Record<string, string>)['Authorization'];
}

function tokens() {
  let issued = 0;
  return (): Response =>
    json(200, { accessToken: `t${String(++issued)}`, expiresIn: 300, user: USER });
}

it('a_401_is_answered_by_one_refresh_and_one_more_try', async () => {
  const refresh = tokens();
  const { http, calls } = client((path, init) => {
    if (path === '/api/auth/refresh') return refresh();
    return bearer(init) === 'Bearer t1' ? json(200, { items: [] }) : json(401, {});
  });
  await expect(http.get('rooms')).resolves.toEqual({ items: [] });
  expect(calls).toEqual(['GET /api/rooms', 'POST /api/auth/refresh', 'GET /api/rooms']);
  expect(http.auth).toEqual({ kind: 'signed-in', user: USER });
});

it('requests_that_fail_together_share_one_refresh', async () => {
  const refresh = tokens();
  const { http, calls } = client((path, init) => {
    if (path === '/api/auth/refresh') return refresh();
    return bearer(init) === 'Bearer t1' ? json(200, {}) : json(401, {});
  });
  await Promise.all([http.get('a'), http.get('b'), http.get('c')]);
  expect(calls.filter((call) => call.includes('refresh'))).toHaveLength(1);
});

it('a_second_401_signs_out_and_is_not_tried_again', async () => {
  const refresh = tokens();
  const { http, calls } = client((path) =>
    path === '/api/auth/refresh' ? refresh() : json(401, { code: 'unauthenticated' }),
  );
  await expect(http.get('rooms')).rejects.toMatchObject({ status: 401, code: 'unauthenticated' });
  expect(calls).toHaveLength(3);
  expect(http.auth.kind).toBe('signed-out');
});

it('a_refused_refresh_means_signed_out', async () => {
  const { http } = client(() => json(401, {}));
  const told = vi.fn();
  http.subscribe(told);
  await expect(http.refresh()).resolves.toBe(false);
  expect(http.auth.kind).toBe('signed-out');
  expect(told).toHaveBeenCalledOnce();
});

it('a_server_error_at_refresh_is_not_a_sign_out', async () => {
  const { http } = client(() => json(503, { title: 'Busy' }));
  await expect(http.refresh()).rejects.toBeInstanceOf(Problem);
  expect(http.auth.kind).toBe('unknown');
});

it('register_signs_in_afterwards', async () => {
  const login = tokens();
  const { http, calls } = client((path) =>
    path === '/api/auth/register' ? json(201, USER) : login(),
  );
  await http.register('a@b.example', 'secret', 'Ana');
  expect(calls).toEqual(['POST /api/auth/register', 'POST /api/auth/login']);
  expect(http.auth.kind).toBe('signed-in');
});

it('problem_json_becomes_a_problem_with_its_fields', async () => {
  const errors = [{ field: 'email', message: 'must be an address' }];
  const { http } = client(() => json(400, { title: 'Bad', code: 'validation-failed', errors }));
  await expect(http.post('rooms', {})).rejects.toMatchObject({
    status: 400,
    code: 'validation-failed',
    message: 'Bad',
    errors,
  });
});

it('an_answer_that_is_not_json_still_is_a_problem', async () => {
  const { http } = client(() => new Response('<html>', { status: 502 }));
  await expect(http.get('rooms')).rejects.toMatchObject({ status: 502, code: 'http-502' });
});

it('no_answer_is_unreachable', async () => {
  const http = new HttpClient({
    fetch: () => Promise.reject(new TypeError('failed to fetch')),
    exclusively: (run) => run(),
  });
  await expect(http.get('rooms')).rejects.toBeInstanceOf(Unreachable);
});

it('urls_follow_the_context_path', () => {
  expect(socketUrl('d', 't/1', 'https://host.example/collab/')).toBe(
    'wss://host.example/collab/ws/documents/d?ticket=t%2F1',
  );
  expect(routerBasename('http://host.example/collab/')).toBe('/collab');
  expect(routerBasename('http://host.example/')).toBe('/');
});

it('S4_signing_out_ends_the_session_at_the_server_also_with_a_token_that_has_expired', async () => {
  const refresh = tokens();
  const ended: (string | undefined)[] = [];
  const { http } = client((path, init) => {
    if (path === '/api/auth/refresh') return refresh();
    if (bearer(init) !== 'Bearer t1') return json(401, {});
    ended.push(bearer(init));
    return new Response(null, { status: 204 });
  });
  await http.signOut();
  expect(ended).toEqual(['Bearer t1']);
  expect(http.auth.kind).toBe('signed-out');
});
