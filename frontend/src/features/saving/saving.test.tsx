import { fireEvent, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { FIRST_VIEW } from '../../lib/sync/sessionView';
import { renderUi } from '../../testing/renderUi';
import { Banners } from './Banners';
import { StatusText } from './StatusText';

const nothing = (): void => undefined;

it('the_status_says_how_many_changes_are_kept', async () => {
  await renderUi(<StatusText status={{ kind: 'reconnecting', kept: 12 }} />);
  expect(screen.getByRole('status').textContent).toBe('Reconnecting… 12 changes kept on this page');
});

it('the_status_speaks_spanish', async () => {
  await renderUi(<StatusText status={{ kind: 'offline', kept: 1 }} />, { language: 'es' });
  expect(screen.getByRole('status').textContent).toBe(
    'Sin conexión. 1 cambio conservado en esta página',
  );
});

it('offline_offers_to_try_again', async () => {
  const retry = vi.fn();
  await renderUi(
    <Banners
      view={{ ...FIRST_VIEW, status: { kind: 'offline', kept: 0 } }}
      text={() => ''}
      onRetry={retry}
      onDiscard={nothing}
    />,
  );
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(retry).toHaveBeenCalledOnce();
});

it('L4_lost_access_gives_the_reason_and_a_copy_of_the_text', async () => {
  const writeText = vi.fn(() => Promise.resolve());
  vi.stubGlobal('navigator', { languages: ['en'], clipboard: { writeText } });
  await renderUi(
    <Banners
      view={{ ...FIRST_VIEW, status: { kind: 'ended', reason: 'no-access' } }}
      text={() => 'my words'}
      onRetry={nothing}
      onDiscard={nothing}
    />,
  );
  expect(screen.getByRole('alert').textContent).toContain('no longer have access');
  fireEvent.click(screen.getByRole('button', { name: 'Copy text' }));
  expect(await screen.findByText('Copied')).toBeTruthy();
  expect(writeText).toHaveBeenCalledWith('my words');
  vi.unstubAllGlobals();
});

it('E6_kept_text_can_be_dismissed_only_by_the_user', async () => {
  const discard = vi.fn();
  await renderUi(
    <Banners
      view={{ ...FIRST_VIEW, kept: [{ code: 'forbidden', text: 'words' }] }}
      text={() => ''}
      onRetry={nothing}
      onDiscard={discard}
    />,
  );
  expect(screen.getByText('One change could not be saved')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
  expect(discard).toHaveBeenCalledOnce();
});
