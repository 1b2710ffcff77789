import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/inter/wght-italic.css';
import '@fontsource-variable/source-serif-4/wght.css';
import '@mantine/core/styles.css';
import './global.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { CollabApi } from '../lib/api/collabApi';
import { HttpClient } from '../lib/api/httpClient';
import { startI18n } from '../lib/i18n/i18n';
import { tellStyleNonce } from '../lib/styleNonce';
import { App } from './App';
import { loadStartPage } from './loadStartPage';

async function start(): Promise<void> {
  tellStyleNonce();
  const root = document.getElementById('root');
  if (root === null) throw new Error('index.html has no #root');
  if (!new URL(window.location.href).pathname.includes('/documents/')) {
    loadStartPage().catch(() => undefined); // shown, or tried again, where it is needed
  }
  await startI18n();
  const api = new CollabApi(new HttpClient());
  createRoot(root).render(
    <StrictMode>
      <App api={api} />
    </StrictMode>,
  );
}

/** Without even its texts the page has nothing of its own to say: index.html says it. */
start().catch((error: unknown) => {
  console.error(error);
});
