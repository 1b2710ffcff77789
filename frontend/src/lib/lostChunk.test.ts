import { expect, it, vi } from 'vitest';
import { loadPart, type PageVersion } from './lostChunk';

const LOST = new TypeError('Failed to fetch dynamically imported module');

function page(served: string | undefined, more: Partial<PageVersion> = {}) {
  const reloadFor = vi.fn();
  const version: PageVersion = {
    own: 'old',
    served: () => Promise.resolve(served),
    reloadedFor: () => null,
    reloadFor,
    isWriting: () => false,
    ...more,
  };
  return { version, reloadFor };
}

const lost = () => Promise.reject(LOST);

it('what_can_be_loaded_is_loaded', async () => {
  const { version, reloadFor } = page('old');
  await expect(loadPart(() => Promise.resolve('part'), version)).resolves.toBe('part');
  expect(reloadFor).not.toHaveBeenCalled();
});

it('after_an_upgrade_the_page_is_reloaded', async () => {
  const { version, reloadFor } = page('new');
  const settled = vi.fn();
  loadPart(lost, version).then(settled, settled);
  await vi.waitFor(() => {
    expect(reloadFor).toHaveBeenCalledWith('new');
  });
  expect(settled).not.toHaveBeenCalled();
});

it('it_is_reloaded_once_for_each_version', async () => {
  const { version, reloadFor } = page('new', { reloadedFor: () => 'new' });
  await expect(loadPart(lost, version)).rejects.toMatchObject({ reason: 'new-version' });
  expect(reloadFor).not.toHaveBeenCalled();
});

it('it_is_not_reloaded_while_somebody_is_writing', async () => {
  const { version, reloadFor } = page('new', { isWriting: () => true });
  await expect(loadPart(lost, version)).rejects.toMatchObject({ reason: 'new-version' });
  expect(reloadFor).not.toHaveBeenCalled();
});

it('without_a_server_a_reload_would_lose_the_page', async () => {
  const { version, reloadFor } = page(undefined);
  await expect(loadPart(lost, version)).rejects.toMatchObject({ reason: 'away' });
  expect(reloadFor).not.toHaveBeenCalled();
});

it('a_bad_moment_is_tried_again_without_a_reload', async () => {
  const { version, reloadFor } = page('old');
  const load = vi.fn(() => Promise.resolve('part')).mockRejectedValueOnce(LOST);
  await expect(loadPart(load, version)).resolves.toBe('part');
  expect(reloadFor).not.toHaveBeenCalled();
});

it('a_part_that_stays_away_is_told_after_one_reload', async () => {
  const { version } = page('old', { reloadedFor: () => 'old' });
  await expect(loadPart(lost, version)).rejects.toMatchObject({ reason: 'broken' });
});
