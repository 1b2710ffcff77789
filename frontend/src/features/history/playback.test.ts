import Delta from 'quill-delta';
import { expect, test } from 'vitest';
import type { WireChange } from '../../lib/sync/messages';
import { Playback } from './playback';

/** Ana and Ben type in turns of three letters. */
function history(length: number) {
  const changes: WireChange[] = [];
  let last = new Delta().insert('\n');
  const texts = [last];
  for (let revision = 1; revision <= length; revision += 1) {
    const delta = new Delta().retain(revision - 1).insert(String(revision % 10));
    const userId = Math.floor((revision - 1) / 3) % 2 === 0 ? 'ana' : 'ben';
    changes.push({ revision, clientId: userId, seq: revision, userId, at: '', delta: delta.ops });
    last = last.compose(delta);
    texts.push(last);
  }
  return { changes, texts };
}

function setUp(length: number, sessions: readonly number[] = [1]) {
  const { changes, texts } = history(length);
  const timers: (() => void)[] = [];
  const asked: number[] = [];
  let shown = new Delta();
  const playback = new Playback(
    {
      show: (contents) => (shown = contents),
      patch: (delta) => (shown = shown.compose(delta)),
      contents: (revision) => Promise.resolve(texts[revision]?.ops ?? []),
      changes: (after, limit) => {
        asked.push(after);
        return Promise.resolve(changes.slice(after, after + limit));
      },
      later: (_, run) => {
        timers.push(run);
        return () => timers.splice(timers.indexOf(run), 1);
      },
      sessionStarts: () => sessions,
    },
    length,
  );
  const tick = async () => {
    timers.shift()?.();
    for (let i = 0; i < 10; i += 1) await Promise.resolve();
  };
  return { playback, texts, tick, timers, asked, shown: () => shown };
}

test('any revision is shown as it was', async () => {
  const { playback, texts, shown } = setUp(20);
  for (const revision of [7, 0, 20, 13]) {
    await playback.seek(revision);
    expect(shown()).toEqual(texts[revision]);
    expect(playback.state.position).toBe(revision);
  }
});

test('steps go by edit, author and session, both ways', async () => {
  const { playback, texts, shown } = setUp(20, [1, 9]);
  await playback.seek(4);
  await playback.step(1);
  expect(playback.state.position).toBe(5);
  await playback.step(-1);
  expect(playback.state.position).toBe(4);
  await playback.stepAuthor(1);
  expect(playback.state.position).toBe(6);
  await playback.stepAuthor(-1);
  expect(playback.state.position).toBe(3);
  await playback.stepSession(1);
  expect(playback.state.position).toBe(8);
  await playback.stepSession(1);
  expect(playback.state.position).toBe(20);
  await playback.stepSession(-1);
  expect(playback.state.position).toBe(8);
  expect(shown()).toEqual(texts[8]);
});

test('playing goes to the end with pages fetched ahead, and stops there', async () => {
  const { playback, texts, shown, tick, timers, asked } = setUp(1_800);
  await playback.seek(0);
  playback.setSpeed(64);
  playback.play();
  while (timers.length > 0) await tick();
  expect(playback.state).toMatchObject({ position: 1_800, playing: false });
  expect(shown()).toEqual(texts[1_800]);
  expect(asked).toEqual([0, 500, 1_000, 1_500]);
});

test('a pause stops it where it is', async () => {
  const { playback, tick, timers } = setUp(50);
  await playback.seek(0);
  playback.play();
  await tick();
  playback.pause();
  expect(timers).toHaveLength(0);
  expect(playback.state.position).toBeGreaterThan(0);
});
