import { fireEvent, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { apiAnswering, renderUi, type Reply } from '../../testing/renderUi';
import { AuthPage } from './AuthPage';

async function signIn(reply: Reply) {
  const api = apiAnswering(reply);
  await renderUi(<AuthPage mode="sign-in" />, { api });
  fireEvent.change(screen.getByLabelText(/Email/), { target: { value: ' ana@a.example ' } });
  fireEvent.change(screen.getByLabelText(/^Password/), { target: { value: 'secret' } });
  fireEvent.click(screen.getByRole('button', { name: 'Sign in' }));
  return api;
}

it('a_wrong_password_is_said_in_words', async () => {
  await signIn(() => [401, { code: 'invalid-credentials', title: 'Unauthorized' }]);
  expect((await screen.findByRole('alert')).textContent).toBe('Email or password is not right.');
});

it('an_unknown_problem_shows_its_title', async () => {
  await signIn(() => [409, { code: 'brand-new', title: 'The moon is full' }]);
  expect((await screen.findByRole('alert')).textContent).toBe('The moon is full');
});

it('signing_in_sends_the_trimmed_email', async () => {
  const user = { id: 'u', email: 'ana@a.example', displayName: 'Ana', color: '#123456' };
  let sent: unknown;
  const api = await signIn((_method, _path, body) => {
    sent = body;
    return [200, { accessToken: 't', expiresIn: 300, user }];
  });
  await expect.poll(() => api.http.auth.kind).toBe('signed-in');
  expect(sent).toEqual({ email: 'ana@a.example', password: 'secret' });
});
