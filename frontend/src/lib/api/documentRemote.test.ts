import { expect, it } from 'vitest';
import { CollabApi } from './collabApi';
import { documentRemote } from './documentRemote';
import { HttpClient } from './httpClient';

const ANA = { id: 'ana', email: 'ana@example.com', displayName: 'Ana', color: '#336699' };

type Answers = Readonly<Record<string, () => Response>>;

/** A signed-in Ana, whose server then answers as told. */
async function remote(answers: Answers, userId = 'ana') {
  const http = new HttpClient({
    exclusively: (run) => run(),
    fetch: (input) => {
      const path = new URL(input as string).pathname.split('/').at(-1) ?? '';
      return Promise.resolve((answers[path] ?? signedIn(ANA))());
    },
  });
  await http.signIn(ANA.email, 'secret');
  return documentRemote(new CollabApi(http), userId, 'plan');
}

const signedIn = (user: typeof ANA) => () =>
  Response.json({ accessToken: 'token', expiresIn: 300, user });
const problem = (status: number, code: string) => () => Response.json({ code }, { status });
const html = (status: number) => () => new Response('<h1>Not Found</h1>', { status });

it.each([
  ['a ticket', () => Response.json({ ticket: 'one' }), { kind: 'ticket', ticket: 'one' }],
  ['a document that is gone', problem(404, 'not-found'), { kind: 'no-access' }],
  ['a right that is gone', problem(403, 'forbidden'), { kind: 'no-access' }],
  ['a server whose applications are not up yet', html(404), { kind: 'unreachable' }],
  ['a proxy that lets nobody in', html(403), { kind: 'unreachable' }],
  ['a server that fails', problem(503, 'overloaded'), { kind: 'unreachable' }],
])('%s', async (_name, tickets, result) => {
  expect(await (await remote({ tickets })).ticket()).toEqual(result);
});

it('a_session_that_ended_is_signed_out', async () => {
  const tickets = problem(401, 'unauthenticated');
  const refresh = problem(401, 'unauthenticated');
  expect(await (await remote({ tickets, refresh })).ticket()).toEqual({ kind: 'signed-out' });
});

it('a_refresh_that_nobody_answers_does_not_sign_out', async () => {
  const tickets = problem(401, 'unauthenticated');
  expect(await (await remote({ tickets, refresh: html(404) })).ticket()).toEqual({
    kind: 'unreachable',
  });
});

it('nothing_is_sent_in_the_name_of_another_user', async () => {
  const tickets = () => Response.json({ ticket: 'one' });
  expect(await (await remote({ tickets }, 'ben')).ticket()).toEqual({ kind: 'signed-out' });
});
