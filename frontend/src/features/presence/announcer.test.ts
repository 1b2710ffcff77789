import { beforeEach, expect, it } from 'vitest';
import { FakeClock } from '../../testing/fakeClock';
import { Announcer, SAY_EVERY_MS, type Named } from './announcer';

const ANA: Named = { userId: 'a', displayName: 'Ana' };
const BEN: Named = { userId: 'b', displayName: 'Ben' };
const CLEO: Named = { userId: 'c', displayName: 'Cleo' };

let clock: FakeClock;
let said: string[];
let announcer: Announcer;

beforeEach(() => {
  clock = new FakeClock();
  said = [];
  const text = (what: string) => (names: readonly string[]) => `${names.join(', ')} ${what}.`;
  const texts = { joined: text('joined'), left: text('left'), edited: text('edited') };
  announcer = new Announcer(
    clock,
    () => texts,
    (each) => said.push(each),
  );
  announcer.here([ANA]);
});

it('who_is_there_from_the_start_is_not_announced', async () => {
  await clock.advance(SAY_EVERY_MS * 2);
  expect(said).toEqual([]);
});

it('what_happens_within_five_seconds_is_one_announcement', async () => {
  announcer.here([ANA, BEN]);
  await clock.advance(2_000);
  announcer.here([ANA, BEN, CLEO]);
  announcer.edited(ANA);
  announcer.edited(ANA);
  await clock.advance(SAY_EVERY_MS - 2_001);
  expect(said).toEqual([]);
  await clock.advance(1);
  expect(said).toEqual(['Ben, Cleo joined. Ana edited.']);
});

it('announcements_are_at_least_five_seconds_apart', async () => {
  for (let second = 0; second < 20; second += 1) {
    announcer.edited(ANA);
    await clock.advance(1_000);
  }
  expect(said.length).toBeLessThanOrEqual(4);
  expect(said.length).toBeGreaterThanOrEqual(3);
});

it('who_comes_and_goes_meanwhile_is_not_announced', async () => {
  announcer.here([ANA, BEN]);
  announcer.here([ANA]);
  await clock.advance(SAY_EVERY_MS);
  expect(said).toEqual([]);
});

it('who_leaves_is_announced_and_a_reconnection_is_not', async () => {
  announcer.here([]);
  await clock.advance(1_000);
  announcer.here([ANA, BEN]);
  await clock.advance(SAY_EVERY_MS);
  announcer.here([ANA]);
  await clock.advance(SAY_EVERY_MS);
  expect(said).toEqual(['Ben joined.', 'Ben left.']);
});

it('nothing_is_said_after_the_page_is_left', async () => {
  announcer.edited(BEN);
  announcer.stop();
  await clock.advance(SAY_EVERY_MS);
  expect(said).toEqual([]);
});
