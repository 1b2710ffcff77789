import { fireEvent, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { LostChunk } from '../lib/lostChunk';
import { provideText } from '../lib/openText';
import { renderUi } from '../testing/renderUi';
import { AwayPage } from './AwayPage';
import { Crash } from './Crash';

function Fails({ error }: { error: Error }): never {
  throw error;
}

async function crash(error: Error): Promise<void> {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  await renderUi(
    <Crash>
      <Fails error={error} />
    </Crash>,
  );
}

it('a_page_whose_code_fails_says_so_and_offers_a_reload', async () => {
  await crash(new Error('boom'));
  expect(screen.getByRole('heading', { name: 'This page stopped working' })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Reload the page' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Copy my text' })).toBeNull();
});

it('the_text_that_was_open_can_be_copied', async () => {
  const written = vi.fn(() => Promise.resolve());
  const clipboard = { configurable: true, value: { writeText: written } };
  Object.defineProperty(navigator, 'clipboard', clipboard);
  const release = provideText(() => 'Not saved yet');
  await crash(new Error('boom'));
  release();
  fireEvent.click(screen.getByRole('button', { name: 'Copy my text' }));
  expect(await screen.findByRole('button', { name: 'Copied' })).toBeTruthy();
  expect(written).toHaveBeenCalledWith('Not saved yet');
  Reflect.deleteProperty(navigator, 'clipboard');
});

it('a_new_version_is_told_as_such', async () => {
  await crash(new LostChunk('new-version', undefined));
  expect(screen.getByRole('heading', { name: 'There is a new version' })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Reload to get the new version' })).toBeTruthy();
});

it('a_server_that_is_away_is_tried_again_by_itself_and_at_once_when_online', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const retry = vi.fn();
  await renderUi(<AwayPage onRetry={retry} />);
  vi.advanceTimersByTime(5_100);
  expect(retry).toHaveBeenCalledTimes(1);
  window.dispatchEvent(new Event('online'));
  expect(retry).toHaveBeenCalledTimes(2);
  fireEvent.click(screen.getByRole('button', { name: 'Retry' }));
  expect(retry).toHaveBeenCalledTimes(3);
  vi.useRealTimers();
});
