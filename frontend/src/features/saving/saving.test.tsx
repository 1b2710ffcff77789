import { fireEvent, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import type { EndReason } from '../../lib/sync/link';
import { FIRST_VIEW } from '../../lib/sync/sessionView';
import type { Status } from '../../lib/sync/status';
import { renderUi } from '../../testing/renderUi';
import type { KeptEdit } from '../../lib/store/storedQueue';
import { Banners } from './Banners';
import { KeptPanel } from './KeptPanel';
import { StatusText } from './StatusText';

const nothing = (): void => undefined;

it('the_status_says_how_many_changes_are_kept', async () => {
  await renderUi(
    <StatusText status={{ kind: 'reconnecting', kept: { edits: 12, where: 'device' } }} />,
  );
  expect(screen.getByRole('status').textContent).toBe(
    'Reconnecting… 12 changes kept on this device',
  );
});

const twelve = { edits: 12, where: 'device' } as const;

it.each<[Status, string, string]>([
  [{ kind: 'saved', at: undefined }, 'Saved', 'Guardado'],
  [{ kind: 'saving' }, 'Saving…', 'Guardando…'],
  [{ kind: 'slow' }, 'Saving is slow', 'Guardar está tardando'],
  [
    { kind: 'reconnecting', kept: twelve },
    'Reconnecting… 12 changes kept on this device',
    'Reconectando… 12 cambios conservados en este dispositivo',
  ],
  [
    { kind: 'offline', kept: twelve },
    'Offline. 12 changes kept on this device',
    'Sin conexión. 12 cambios conservados en este dispositivo',
  ],
  [{ kind: 'ended', reason: 'no-access' }, 'Not connected', 'No conectado'],
])('the_text_of_%o', async (status, english, spanish) => {
  const { unmount } = await renderUi(<StatusText status={status} />);
  expect(screen.getByRole('status').textContent).toBe(english);
  unmount();
  await renderUi(<StatusText status={status} />, { language: 'es' });
  expect(screen.getByRole('status').textContent).toBe(spanish);
});

it('saved_tells_the_time_when_it_is_pointed_at', async () => {
  const at = new Date(2026, 4, 17, 9, 41, 12).getTime();
  await renderUi(<StatusText status={{ kind: 'saved', at }} />);
  expect(screen.getByRole('status').title).toMatch(/stored on the server.*9:41:12/);
});

it.each<[EndReason, string]>([
  ['no-access', 'no longer have access'],
  ['signed-out', 'signed out'],
  ['incompatible', 'new version of this page'],
  ['taken-over', 'Another tab'],
])('%s_says_why_and_offers_a_copy', async (reason, words) => {
  const view = { ...FIRST_VIEW, status: { kind: 'ended', reason } as const };
  await renderUi(<Banners view={view} text={() => 'x'} onRetry={nothing} />);
  expect(screen.getByRole('alert').textContent).toContain(words);
  expect(screen.getByRole('button', { name: 'Copy text' })).toBeTruthy();
});

it('the_status_speaks_spanish', async () => {
  await renderUi(<StatusText status={{ kind: 'offline', kept: { edits: 1, where: 'page' } }} />, {
    language: 'es',
  });
  expect(screen.getByRole('status').textContent).toBe(
    'Sin conexión. 1 cambio conservado en esta página',
  );
});

it('offline_offers_to_try_again', async () => {
  const retry = vi.fn();
  await renderUi(
    <Banners
      view={{ ...FIRST_VIEW, status: { kind: 'offline', kept: { edits: 0, where: 'device' } } }}
      text={() => ''}
      onRetry={retry}
    />,
  );
  fireEvent.click(screen.getByRole('button', { name: 'Retry' }));
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
    />,
  );
  expect(screen.getByRole('alert').textContent).toContain('no longer have access');
  fireEvent.click(screen.getByRole('button', { name: 'Copy text' }));
  expect(await screen.findByText('Copied')).toBeTruthy();
  expect(writeText).toHaveBeenCalledWith('my words');
  vi.unstubAllGlobals();
});

const EDIT: KeptEdit = {
  id: 'one',
  userId: 'ana',
  documentId: 'plan',
  code: 'forbidden',
  text: 'words',
  mine: 'My words here',
  theirs: 'My here',
  index: 3,
};

it('E6_a_refused_edit_is_shown_beside_the_document', async () => {
  await renderUi(<KeptPanel edit={EDIT} onDiscard={nothing} />);
  const panel = screen.getByRole('region', { name: 'A change of yours could not be saved' });
  expect(panel.querySelector('ins')?.textContent).toBe('words ');
  expect(panel.textContent).toContain('right to write');
  expect(screen.queryByRole('button', { name: 'Keep both' })).toBeNull();
});

it('E6_a_refused_edit_can_be_kept_besides_and_copied', async () => {
  const writeText = vi.fn(() => Promise.resolve());
  vi.stubGlobal('navigator', { languages: ['en'], clipboard: { writeText } });
  const keepBoth = vi.fn();
  await renderUi(<KeptPanel edit={EDIT} onKeepBoth={keepBoth} onDiscard={nothing} />);
  fireEvent.click(screen.getByRole('button', { name: 'Copy my text' }));
  expect(await screen.findByText('Copied')).toBeTruthy();
  expect(writeText).toHaveBeenCalledWith('words');
  fireEvent.click(screen.getByRole('button', { name: 'Keep both' }));
  expect(keepBoth).toHaveBeenCalledOnce();
  vi.unstubAllGlobals();
});

it('E6_a_refused_edit_is_thrown_away_only_at_the_second_click', async () => {
  const discard = vi.fn();
  await renderUi(<KeptPanel edit={EDIT} onDiscard={discard} />);
  fireEvent.click(screen.getByRole('button', { name: 'Throw it away' }));
  expect(discard).not.toHaveBeenCalled();
  fireEvent.click(screen.getByRole('button', { name: 'Throw it away for good?' }));
  expect(discard).toHaveBeenCalledOnce();
});

it('a_device_that_keeps_nothing_says_so', async () => {
  await renderUi(
    <Banners view={{ ...FIRST_VIEW, storing: false }} text={() => ''} onRetry={nothing} />,
  );
  expect(screen.getByRole('alert').textContent).toContain('does not keep unsaved changes');
});
