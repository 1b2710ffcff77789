import { fireEvent, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { FIRST_VIEW } from '../../lib/sync/sessionView';
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
