import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiContext, useApi, useAuth } from '../lib/api/apiContext';
import type { CollabApi } from '../lib/api/collabApi';
import { Problem } from '../lib/api/problem';
import { useKeptPreferences } from '../lib/api/usePreferences';
import { styleNonce } from '../lib/styleNonce';
import { AwayPage } from './AwayPage';
import { Crash } from './Crash';
import { Pages } from './Pages';
import { Splash } from './Splash';
import { cssVariables, withNames } from './theme';
import { useLeftEdits } from './useLeftEdits';

const MAX_TRIES = 2;

const nonce = () => styleNonce() ?? '';

function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // A problem is an answer; only silence is worth asking again.
        retry: (tries, error) => !(error instanceof Problem && error.isFinal) && tries < MAX_TRIES,
        staleTime: 5_000,
      },
    },
  });
}

export function App({ api }: { api: CollabApi }) {
  const { t } = useTranslation();
  const close = t('common.close');
  const named = useMemo(() => withNames(close), [close]);
  return (
    <MantineProvider
      theme={named}
      defaultColorScheme="auto"
      cssVariablesResolver={cssVariables}
      getStyleNonce={nonce}
    >
      <ApiContext value={api}>
        <Crash>
          <Started />
        </Crash>
      </ApiContext>
    </MantineProvider>
  );
}

/** Asks once whether somebody is signed in, and shows the pages when that is known. */
function Started() {
  const { http } = useApi();
  const auth = useAuth();
  useLeftEdits();
  useKeptPreferences();
  const [queries] = useState(createQueryClient);
  const [away, setAway] = useState(false);
  const refresh = useCallback((): void => {
    http.refresh().catch(() => {
      setAway(true);
    });
  }, [http]);

  useEffect(refresh, [refresh]);

  useEffect(() => {
    if (auth.kind === 'signed-out') queries.clear();
  }, [auth.kind, queries]);

  if (auth.kind === 'unknown') return away ? <AwayPage onRetry={refresh} /> : <Splash />;
  return (
    <QueryClientProvider client={queries}>
      <Pages />
    </QueryClientProvider>
  );
}
