import Delta from 'quill-delta';
import { describe, expect, it } from 'vitest';
import { FakeClock } from '../../testing/fakeClock';
import { FakeEditor } from '../../testing/fakeEditor';
import { FakeServer } from '../../testing/fakeServer';
import { randomEdit, seeded } from '../../testing/randomEdits';
import { IDLE_AFTER_MS, IdleWatch } from './idleWatch';
import { usersOf, type Present } from './people';
import { TYPING_MS } from './typists';

const SEED = Number(process.env['PRESENCE_SEED'] ?? Math.floor(Math.random() * 2 ** 31));

/** An editor whose caret goes with its own edits and with what comes in, as Quill's does. */
class CaretEditor {
  readonly editor: FakeEditor;
  caret = 0;

  constructor(editor: FakeEditor) {
    this.editor = editor;
    const patch = editor.patch.bind(editor);
    editor.patch = (delta) => {
      patch(delta);
      this.#is(delta.transformPosition(this.caret, true));
    };
  }

  edit(delta: Delta): void {
    this.editor.edit(delta);
    this.#is(delta.transformPosition(this.caret, false));
  }

  move(index: number): void {
    this.#is(index);
  }

  #is(index: number): void {
    this.caret = index;
    this.editor.session.selected({ index, length: 0 });
  }
}

async function run(seed: number): Promise<void> {
  const random = seeded(seed);
  const clock = new FakeClock();
  const server = new FakeServer();
  const editors: CaretEditor[] = [];
  for (const name of ['ana', 'ben', 'cleo']) {
    editors.push(new CaretEditor(await FakeEditor.open(clock, server, name, { random })));
    await clock.advance(200);
  }
  for (let step = 0; step < 30; step += 1) {
    const editor = editors[Math.floor(random() * editors.length)];
    if (editor === undefined) throw new Error('no editor was drawn');
    const { document } = editor.editor;
    if (random() < 0.7) editor.edit(randomEdit(document, random));
    else editor.move(Math.floor(random() * document.length()));
    for (const { editor: each } of editors) {
      for (const { range } of each.session.cursors()) {
        expect(range.index + range.length).toBeLessThan(each.document.length());
      }
    }
    await clock.advance(Math.floor(random() * 80));
  }
  await clock.advance(2_000);
  for (const { editor } of editors) {
    const seen = editor.session
      .cursors()
      .map(({ participant, range }) => [participant.displayName, range.index]);
    const others = editors.filter((each) => each.editor !== editor);
    const there = others.map(({ caret, editor: other }) => [
      other.session.view.self?.userId,
      caret,
    ]);
    expect(new Map(seen as [string, number][])).toEqual(new Map(there as [string, number][]));
  }
}

it(`P1_at_rest_everybody_sees_the_others_where_they_are, seed ${String(SEED)}`, async () => {
  for (let round = 0; round < 40; round += 1) await run(SEED + round);
});

describe('what is told', () => {
  const cursors = (server: FakeServer) => server.received.filter(({ type }) => type === 'cursor');

  it('P1_at_most_twenty_cursors_a_second_are_sent', async () => {
    const clock = new FakeClock();
    const server = new FakeServer();
    const ana = await FakeEditor.open(clock, server, 'ana');
    await clock.advance(500);
    const before = cursors(server).length;
    for (let at = 0; at < 200; at += 1) {
      ana.session.selected({ index: at, length: 0 });
      await clock.advance(5);
    }
    expect(cursors(server).length - before).toBeLessThanOrEqual(20);
  });

  it('P1_a_caret_that_only_edits_of_others_shift_is_not_told_again', async () => {
    const clock = new FakeClock();
    const server = new FakeServer();
    const ana = new CaretEditor(await FakeEditor.open(clock, server, 'ana'));
    const ben = new CaretEditor(await FakeEditor.open(clock, server, 'ben'));
    await clock.advance(500);
    ana.edit(new Delta().insert('hello world'));
    await clock.advance(500);
    const before = cursors(server).length;
    ben.editor.type(0, '>> ');
    await clock.advance(1_000);
    expect(ana.caret).toBe('>> hello world'.length);
    expect(cursors(server).length).toBe(before + 1); // Ben's own
    expect(ben.editor.session.cursors()[0]?.range.index).toBe(ana.caret);
  });

  it('P2_who_does_nothing_for_a_minute_is_idle_and_who_moves_is_active_again', async () => {
    const clock = new FakeClock();
    const server = new FakeServer();
    const ana = await FakeEditor.open(clock, server, 'ana');
    const ben = await FakeEditor.open(clock, server, 'ben');
    ana.session.stirred();
    await clock.advance(IDLE_AFTER_MS - 1_000);
    expect(ben.session.people[0]?.status).toBe('active');
    await clock.advance(2_000);
    expect(ben.session.people[0]?.status).toBe('idle');
    ana.session.selected({ index: 0, length: 0 });
    ana.session.stirred();
    await clock.advance(500);
    expect(ben.session.people[0]?.status).toBe('active');
    ana.session.shown(false);
    await clock.advance(500);
    expect(ben.session.people[0]?.status).toBe('idle');
  });

  it('P2_who_has_just_edited_is_typing_for_two_seconds', async () => {
    const clock = new FakeClock();
    const server = new FakeServer();
    const ana = await FakeEditor.open(clock, server, 'ana');
    const ben = await FakeEditor.open(clock, server, 'ben');
    await clock.advance(500);
    ana.type(0, 'x');
    await clock.advance(300);
    expect(ben.session.people[0]?.status).toBe('typing');
    await clock.advance(TYPING_MS);
    expect(ben.session.people[0]?.status).toBe('active');
  });

  it('edits_of_others_are_told_with_the_place_that_they_touched', async () => {
    const clock = new FakeClock();
    const server = new FakeServer();
    const ana = await FakeEditor.open(clock, server, 'ana');
    const ben = await FakeEditor.open(clock, server, 'ben');
    await clock.advance(500);
    const seen: unknown[] = [];
    ben.session.subscribeEdits(({ participant, start, end }) => {
      seen.push([participant.displayName, start, end]);
    });
    ana.type(0, 'hello');
    await clock.advance(500);
    ana.edit(new Delta().retain(2).delete(1));
    await clock.advance(500);
    expect(seen).toEqual([
      ['ana', 0, 5],
      ['ana', 2, 2],
    ]);
  });
});

it('somebody_with_several_windows_is_one_person_as_lively_as_the_liveliest', () => {
  const window = (userId: string, clientId: string, status: Present['status']): Present => {
    return { userId, clientId, displayName: userId, color: '#000000', status };
  };
  const present = [
    window('ana', '1', 'idle'),
    window('ben', '2', 'idle'),
    window('ana', '3', 'typing'),
    window('cleo', '4', 'active'),
  ];
  expect(usersOf(present).map(({ status, userId }) => [userId, status])).toEqual([
    ['ana', 'typing'],
    ['cleo', 'active'],
    ['ben', 'idle'],
  ]);
});

it('a_hidden_page_is_idle_at_once', () => {
  const seen: string[] = [];
  const watch = new IdleWatch(new FakeClock(), (activity) => seen.push(activity));
  watch.shown(false);
  watch.stirred();
  watch.shown(true);
  expect(seen).toEqual(['idle', 'active']);
});
