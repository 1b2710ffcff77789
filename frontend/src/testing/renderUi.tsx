import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, type RenderResult } from '@testing-library/react';
import type { ReactNode } from 'react';
import { MemoryRouter } from 'react-router';
import { ApiContext } from '../lib/api/apiContext';
import { CollabApi } from '../lib/api/collabApi';
import { HttpClient } from '../lib/api/httpClient';
import { startI18n, type Language } from '../lib/i18n/i18n';

export type Reply = (
  method: string,
  path: string,
  body: unknown,
) => [status: number, body: unknown];

/** An API whose server is a function. */
export function apiAnswering(reply: Reply): CollabApi {
  return new CollabApi(
    new HttpClient({
      fetch: (input, init) => {
        const path = new URL(input as string).pathname.replace('/api/', '');
        const sent: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined;
        const [status, body] = reply(init?.method ?? 'GET', path, sent);
        return Promise.resolve(new Response(JSON.stringify(body), { status }));
      },
      exclusively: (run) => run(),
    }),
  );
}

const NOWHERE = apiAnswering(() => [404, {}]);

interface RenderOptions {
  readonly api?: CollabApi;
  readonly language?: Language;
  readonly path?: string;
}

export async function renderUi(
  ui: ReactNode,
  { api = NOWHERE, language = 'en', path = '/' }: RenderOptions = {},
): Promise<RenderResult> {
  await startI18n(language);
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  return render(
    <MantineProvider env="test">
      <ApiContext value={api}>
        <QueryClientProvider client={queries}>
          <MemoryRouter initialEntries={[path]}>{ui}</MemoryRouter>
        </QueryClientProvider>
      </ApiContext>
    </MantineProvider>,
  );
}
