import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { FakeClock } from '../../testing/fakeClock';
import { EditDatabases } from './editDatabase';
import { LEASE_MS, LeaseClientLocks } from './leaseClientLocks';
import { WebClientLocks } from './webClientLocks';

describe('leases', () => {
  let clock: FakeClock;
  let marks: Map<string, string>;
  let ends: (() => void)[];
  let owners = 0;

  beforeEach(() => {
    globalThis.indexedDB = new IDBFactory();
    clock = new FakeClock();
    marks = new Map();
    ends = [];
  });

  function tab(): LeaseClientLocks {
    return new LeaseClientLocks({
      databases: new EditDatabases(),
      clock,
      newId: () => `owner-${String((owners += 1))}`,
      released: {
        getItem: (key) => marks.get(key) ?? null,
        setItem: (key, value) => void marks.set(key, value),
        removeItem: (key) => void marks.delete(key),
      },
      pageEnds: (run) => {
        ends.push(run);
        return () => undefined;
      },
    });
  }

  it('one_client_is_held_by_one_tab', async () => {
    const held = await Promise.all([tab(), tab(), tab()].map((each) => each.tryHold('one')));
    expect(held.filter((each) => each !== undefined)).toHaveLength(1);
    expect(await tab().tryHold('two')).toBeDefined();
  });

  it('what_a_page_held_is_free_when_it_ends', async () => {
    await tab().tryHold('one');
    expect(await tab().tryHold('one')).toBeUndefined();
    for (const end of ends) end();
    expect(await tab().tryHold('one')).toBeDefined();
  });

  it('what_a_dead_page_held_is_free_after_a_while', async () => {
    await tab().tryHold('one');
    const later = new FakeClock();
    await later.advance(LEASE_MS + 1_000);
    clock = later;
    expect(await tab().tryHold('one')).toBeDefined();
  });

  it('a_page_that_slept_too_long_is_told_that_another_has_taken_over', async () => {
    const sleeper = await tab().tryHold('one');
    let lost = false;
    sleeper?.onLost(() => (lost = true));
    const sleeping = clock;
    clock = new FakeClock();
    await clock.advance(LEASE_MS + 1_000);
    expect(await tab().tryHold('one')).toBeDefined();
    await sleeping.advance(20_000);
    await expect.poll(() => lost).toBe(true);
  });

  it('a_page_that_lives_keeps_what_it_holds', async () => {
    let lost = false;
    (await tab().tryHold('one'))?.onLost(() => (lost = true));
    for (let round = 0; round < 20; round += 1) {
      await clock.advance(20_000);
      await expect.poll(() => tab().tryHold('one')).toBeUndefined();
    }
    expect(lost).toBe(false);
  });
});

describe('web locks', () => {
  it('are_held_until_they_are_released', async () => {
    const locks = new WebClientLocks(fakeLockManager());
    const held = await locks.tryHold('one');
    expect(held).toBeDefined();
    expect(await locks.tryHold('one')).toBeUndefined();
    held?.release();
    await expect.poll(() => locks.tryHold('one')).toBeDefined();
  });
});

/** As much of the browser's lock manager as is used. */
function fakeLockManager(): LockManager {
  const held = new Set<string>();
  const request = async (
    name: string,
    _options: LockOptions,
    granted: (lock: Lock | null) => Promise<unknown>,
  ): Promise<unknown> => {
    if (held.has(name)) return granted(null);
    held.add(name);
    try {
      return await granted({ name, mode: 'exclusive' });
    } finally {
      held.delete(name);
    }
  };
  return { request } as unknown as LockManager;
}
