import { expect, it, vi } from 'vitest';
import type { Participant, Range } from '../../lib/sync/messages';
import type { Present } from '../../lib/sync/people';
import type { RemoteCursor } from '../../lib/sync/presenceBoard';
import { whenUserTakesOver } from './endsFollowing';
import { FollowMode } from './followMode';
import { nextCollaborator } from './nextCollaborator';

function participant(userId: string, clientId: string): Participant {
  return { userId, clientId, displayName: userId, color: '#336699' };
}

function cursor(who: Participant, index: number, moves: number): RemoteCursor {
  const range: Range = { index, length: 0 };
  return { participant: who, range, moves, activity: 'active' };
}

const ANA = participant('ana', '1');
const ANA_TOO = participant('ana', '2');
const BEN = participant('ben', '3');

class FakeSession {
  shown: readonly RemoteCursor[] = [];
  people: readonly Present[] = [ANA, ANA_TOO, BEN].map((each) => ({ ...each, status: 'active' }));
  readonly #listeners = new Set<() => void>();

  cursors = (): readonly RemoteCursor[] => this.shown;

  subscribeCursors = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  subscribePeople = this.subscribeCursors;

  show(...cursors: readonly RemoteCursor[]): void {
    this.shown = cursors;
    for (const listener of [...this.#listeners]) listener();
  }
}

it('the_window_goes_where_the_followed_caret_moves', () => {
  const session = new FakeSession();
  const reveal = vi.fn<(index: number) => void>();
  const mode = new FollowMode(session, reveal);
  session.show(cursor(ANA, 5, 1), cursor(BEN, 90, 2));
  mode.follow('ana');
  expect(reveal.mock.calls).toEqual([[5]]);
  session.show(cursor(ANA, 40, 3), cursor(BEN, 95, 4));
  session.show(cursor(ANA, 41, 3), cursor(BEN, 99, 5)); // only shifted
  expect(reveal.mock.calls).toEqual([[5], [40]]);
});

it('of_several_windows_the_one_that_moved_last_is_followed', () => {
  const session = new FakeSession();
  const reveal = vi.fn<(index: number) => void>();
  const mode = new FollowMode(session, reveal);
  session.show(cursor(ANA, 5, 7), cursor(ANA_TOO, 300, 8));
  mode.follow('ana');
  session.show(cursor(ANA, 6, 9), cursor(ANA_TOO, 300, 8));
  expect(reveal.mock.calls).toEqual([[300], [6]]);
});

it('following_ends_when_told_and_when_the_user_leaves', () => {
  const session = new FakeSession();
  const reveal = vi.fn<(index: number) => void>();
  const mode = new FollowMode(session, reveal);
  session.show(cursor(BEN, 1, 1));
  mode.follow('ben');
  mode.stop();
  session.show(cursor(BEN, 2, 2));
  expect(reveal.mock.calls).toEqual([[1]]);
  mode.follow('ben');
  session.people = [];
  session.show();
  expect(mode.following).toBeUndefined();
});

it.each<[string, Event]>([
  ['a click', new MouseEvent('pointerdown', { bubbles: true })],
  ['the wheel', new WheelEvent('wheel', { bubbles: true })],
  ['touch', new Event('touchstart', { bubbles: true })],
  ['Escape', new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })],
  ['typing', new InputEvent('beforeinput', { bubbles: true })],
  ['moving the own caret', new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true })],
])('%s_ends_following', (_, event) => {
  const ended = vi.fn<() => void>();
  const stop = whenUserTakesOver(ended);
  document.body.dispatchEvent(event);
  expect(ended).toHaveBeenCalledTimes(1);
  stop();
  document.body.dispatchEvent(event);
  expect(ended).toHaveBeenCalledTimes(1);
});

it('the_keys_that_press_a_button_do_not_end_following', () => {
  const ended = vi.fn<() => void>();
  const stop = whenUserTakesOver(ended);
  for (const key of ['Enter', ' ', 'Tab', 'Shift']) {
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  }
  expect(ended).not.toHaveBeenCalled();
  stop();
});

it('the_next_collaborator_is_the_one_below_and_after_the_last_comes_the_first', () => {
  const cursors = [cursor(BEN, 90, 1), cursor(ANA, 5, 2)];
  expect(nextCollaborator(cursors, -1)?.participant).toBe(ANA);
  expect(nextCollaborator(cursors, 5)?.participant).toBe(BEN);
  expect(nextCollaborator(cursors, 90)?.participant).toBe(ANA);
  expect(nextCollaborator([], 0)).toBeUndefined();
});
