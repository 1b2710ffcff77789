import Delta from 'quill-delta';
import { beforeEach, describe, expect, it } from 'vitest';
import { FakeClock } from '../../testing/fakeClock';
import { FakeDevice } from '../../testing/fakeDevice';
import { FakeEditor } from '../../testing/fakeEditor';
import { FakeServer } from '../../testing/fakeServer';
import type { ClientMessage } from './messages';
import { REMOVE_AFTER_MS } from './queueWriter';

let clock: FakeClock;
let server: FakeServer;
let device: FakeDevice;

beforeEach(() => {
  clock = new FakeClock();
  server = new FakeServer();
  device = new FakeDevice();
});

async function open(name: string, own = device): Promise<FakeEditor> {
  const editor = await FakeEditor.open(clock, server, name, { device: own });
  await clock.advance(200);
  return editor;
}

function offline(editor: FakeEditor): void {
  editor.network.online = false;
  editor.network.cut();
}

async function online(editor: FakeEditor): Promise<void> {
  editor.network.online = true;
  editor.session.nudge();
  await clock.advance(500);
}

function submits(): Extract<ClientMessage, { type: 'submit' }>[] {
  return server.received.filter((message) => message.type === 'submit');
}

function committedText(): string {
  return server.document
    .contents()
    .ops.map(({ insert }) => (typeof insert === 'string' ? insert : '*'))
    .join('');
}

describe('a queue on the device', () => {
  it('E9_is_sent_after_a_crash_by_the_same_client_under_the_same_number', async () => {
    const ana = await open('ana');
    ana.type(0, 'saved ');
    await clock.advance(500);
    offline(ana);
    ana.type(6, 'k');
    ana.type(7, 'ept');
    await clock.advance(1_000);
    const again = await ana.reload();
    await clock.advance(500);
    expect(committedText()).toBe('saved kept\n');
    expect(submits().map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect(new Set(server.document.log.map(({ clientId }) => clientId))).toEqual(new Set(['ana']));
    expect(again.session.view.status.kind).toBe('saved');
    expect(again.text).toBe('saved kept\n');
  });

  it('shows_and_takes_edits_before_there_is_a_connection', async () => {
    const ana = await open('ana');
    ana.type(0, 'one ');
    await clock.advance(500);
    offline(ana);
    ana.type(4, 'two ');
    await clock.advance(100);
    ana.crash();
    server.document.submit({
      clientId: 'x',
      seq: 1,
      userId: 'x',
      baseRevision: 1,
      delta: [{ insert: 'before ' }],
    });
    const again = await FakeEditor.open(clock, server, 'ana', { device });
    again.network.online = false;
    expect(again.text).toBe('one two \n');
    again.type(8, 'three');
    await clock.advance(20_000);
    expect(again.session.view.status).toEqual({
      kind: 'offline',
      kept: { edits: 2, where: 'device' },
    });
    await online(again);
    expect(committedText()).toBe('before one two three\n');
    expect(again.text).toBe('before one two three\n');
  });

  it('E4_whose_edit_was_committed_before_the_crash_is_not_committed_twice', async () => {
    const ana = await open('ana');
    ana.network.swallow = (frame) => frame.includes('"changes"');
    ana.type(0, 'once');
    await clock.advance(100);
    expect(server.document.head).toBe(1);
    const again = await ana.reload();
    await clock.advance(500);
    expect(server.document.head).toBe(1);
    expect(again.text).toBe('once\n');
    expect(again.session.view.status.kind).toBe('saved');
  });

  it('holds_every_edit_before_it_is_sent', async () => {
    const ana = await open('ana');
    let store: () => void = () => undefined;
    ana.tab.writing = () => new Promise((done) => (store = done));
    ana.type(0, 'x');
    await clock.advance(1_000);
    expect(submits()).toEqual([]);
    store();
    await clock.advance(100);
    expect(submits()).toHaveLength(1);
  });

  it('counts_only_what_it_holds', async () => {
    const ana = await open('ana');
    offline(ana);
    ana.type(0, 'a');
    await clock.advance(3_000);
    let store: () => void = () => undefined;
    ana.tab.writing = () => new Promise((done) => (store = done));
    ana.type(1, 'b');
    await clock.advance(1_000);
    expect(ana.session.view.status).toMatchObject({ kept: { edits: 1, where: 'device' } });
    store();
    await clock.advance(300);
    expect(ana.session.view.status).toMatchObject({ kept: { edits: 2, where: 'device' } });
  });

  it('that_missed_the_last_state_before_a_crash_loses_and_doubles_nothing', async () => {
    const ana = await open('ana');
    ana.type(0, 'a');
    ana.type(1, 'b');
    await clock.advance(5);
    device.failing = true;
    ana.type(2, 'c');
    await clock.advance(3_000);
    expect(committedText()).toBe('abc\n');
    device.failing = false;
    const again = await ana.reload();
    await clock.advance(1_000);
    expect(committedText()).toBe('abc\n');
    expect(again.text).toBe('abc\n');
    expect(again.session.view.status.kind).toBe('saved');
  });

  it('is_merged_where_the_history_was_replaced_meanwhile', async () => {
    const ana = await open('ana');
    ana.type(0, 'base ');
    await clock.advance(500);
    offline(ana);
    ana.type(5, 'mine');
    await clock.advance(500);
    server.epoch = 2;
    server.document.submit({
      clientId: 'x',
      seq: 1,
      userId: 'x',
      baseRevision: 1,
      delta: [{ insert: 'other ' }],
    });
    const again = await ana.reload();
    await clock.advance(1_000);
    expect(again.text).toBe('other base mine\n');
    expect(committedText()).toBe('other base mine\n');
  });

  it('is_taken_off_the_device_when_all_is_confirmed', async () => {
    const ana = await open('ana');
    ana.type(0, 'x');
    await clock.advance(1_000);
    expect(device.queues.size).toBe(1);
    await clock.advance(REMOVE_AFTER_MS);
    expect([device.queues.size, device.bases.size]).toEqual([0, 0]);
    ana.type(1, 'y');
    await clock.advance(500);
    ana.session.close();
    await clock.advance(0);
    expect([device.queues.size, device.bases.size, device.held.size]).toEqual([0, 0, 0]);
  });

  it('survives_days_in_which_others_went_on', async () => {
    const ana = await open('ana');
    const ben = await open('ben', new FakeDevice());
    ana.type(0, 'start ');
    await clock.advance(500);
    offline(ana);
    ana.type(6, '<ana>');
    ben.type(0, 'x');
    for (let edit = 0; edit < 700; edit += 1) {
      ben.type(0, 'y');
      await clock.advance(50);
    }
    await clock.advance(3 * 24 * 3_600_000);
    const again = await ana.reload();
    await clock.advance(5_000);
    expect(again.text).toBe(`${'y'.repeat(700)}xstart <ana>\n`);
    expect(ben.text).toBe(again.text);
  });
});

describe('a device that keeps nothing', () => {
  it('is_told_and_does_not_hold_up_the_edits', async () => {
    const ana = await open('ana');
    device.failing = true;
    ana.type(0, 'x');
    await clock.advance(500);
    expect(ana.session.view.storing).toBe(false);
    expect(server.document.head).toBe(1);
    offline(ana);
    ana.type(1, 'y');
    await clock.advance(3_000);
    expect(ana.session.view.status).toEqual({
      kind: 'reconnecting',
      kept: { edits: 1, where: 'page' },
    });
    device.failing = false;
    await clock.advance(6_000);
    expect(ana.session.view.storing).toBe(true);
    expect(ana.session.view.status).toMatchObject({ kept: { edits: 1, where: 'device' } });
  });

  it('counts_as_failing_while_it_does_not_answer', async () => {
    const ana = await open('ana');
    ana.tab.writing = () => new Promise(() => undefined);
    ana.type(0, 'x');
    await clock.advance(1_900);
    expect(server.document.head).toBe(0);
    await clock.advance(500);
    expect(ana.session.view.storing).toBe(false);
    expect(server.document.head).toBe(1);
  });
});

describe('two tabs of one user', () => {
  it('are_two_clients_with_a_queue_each', async () => {
    const one = await open('ana');
    const two = await open('ana');
    offline(one);
    offline(two);
    one.type(0, 'one');
    two.type(0, 'two');
    await clock.advance(500);
    expect([...device.queues.keys()].sort()).toEqual(['ana', 'ana-2']);
    await online(one);
    await online(two);
    expect(committedText()).toBe('onetwo\n');
    expect(one.text).toBe(two.text);
  });

  it('leave_the_queue_of_a_tab_that_lives_alone', async () => {
    const one = await open('ana');
    offline(one);
    one.type(0, 'one');
    await clock.advance(500);
    const two = await open('ana');
    expect(two.text).toBe('\n');
    await online(one);
    expect(committedText()).toBe('one\n');
    expect(submits()).toHaveLength(1);
  });

  it('take_over_each_queue_of_dead_tabs_once', async () => {
    const dead = [await open('ana'), await open('ana'), await open('ana')];
    dead.forEach((tab, index) => {
      offline(tab);
      tab.type(0, `<${String(index)}>`);
    });
    await clock.advance(500);
    for (const tab of dead) tab.crash();
    const [one, two] = await Promise.all([open('ana'), open('ana')]);
    await clock.advance(3_000);
    for (const text of ['<0>', '<1>', '<2>']) {
      expect(committedText().split(text)).toHaveLength(2);
    }
    expect(submits()).toHaveLength(3);
    expect(one.text).toBe(committedText());
    expect(two.text).toBe(committedText());
  });
});

describe('roles', () => {
  it('L4_a_role_that_ends_writing_keeps_what_was_not_saved', async () => {
    const ana = await open('ana');
    ana.type(0, 'saved ');
    await clock.advance(500);
    ana.type(6, 'l');
    ana.type(7, 'ate');
    server.setRole('viewer');
    await clock.advance(1_000);
    expect(ana.session.view.role).toBe('viewer');
    expect(ana.text).toBe('saved \n');
    expect(ana.session.view.kept).toMatchObject([{ code: 'forbidden', text: 'late' }]);
    expect(ana.session.view.status.kind).toBe('saved');
  });

  it('L4_what_was_committed_before_the_role_changed_stays', async () => {
    const ana = await open('ana');
    ana.type(0, 'c');
    await clock.advance(25);
    ana.type(1, 'unsent');
    server.setRole('viewer');
    await clock.advance(1_000);
    expect(ana.text).toBe('c\n');
    expect(ana.session.view.kept).toMatchObject([{ text: 'unsent' }]);
    server.setRole('editor');
    await clock.advance(100);
    ana.type(1, '!');
    await clock.advance(500);
    expect(committedText()).toBe('c!\n');
  });

  it('L4_a_role_lost_while_offline_is_noticed_at_the_welcome', async () => {
    const ana = await open('ana');
    offline(ana);
    ana.type(0, 'to');
    ana.type(2, 'gether');
    server.setRole('commenter');
    await online(ana);
    expect(ana.text).toBe('\n');
    expect(ana.session.view.kept).toMatchObject([{ code: 'forbidden', text: 'together' }]);
  });

  it('E6_kept_edits_outlive_the_page_until_they_are_discarded', async () => {
    const ana = await open('ana');
    server.refuse = () => ({ code: 'invalid-delta', retryable: false });
    ana.type(0, 'refused');
    await clock.advance(500);
    const again = await ana.reload();
    await clock.advance(500);
    expect(again.text).toBe('\n');
    expect(again.session.view.kept).toMatchObject([{ text: 'refused', mine: 'refused\n' }]);
    again.session.discardKept(again.session.view.kept[0]?.id ?? '');
    await clock.advance(100);
    const third = await again.reload();
    await clock.advance(500);
    expect(third.session.view.kept).toEqual([]);
  });
});

describe('the comparison at rest', () => {
  it('E10_a_replica_at_rest_says_once_what_it_holds', async () => {
    const ana = await open('ana');
    ana.type(0, 'x');
    await clock.advance(4_000);
    expect(server.hashes).toEqual([]);
    await clock.advance(60_000);
    expect(server.hashes).toMatchObject([{ revision: 1 }]);
    expect(server.diverged).toBe(0);
    ana.type(1, 'y');
    await clock.advance(60_000);
    expect(server.hashes).toMatchObject([{ revision: 1 }, { revision: 2 }]);
  });

  it('E10_a_replica_that_differs_is_resynced_with_its_unconfirmed_edits', async () => {
    const ana = await open('ana');
    ana.type(0, 'right');
    await clock.advance(500);
    server.document.corrupt(new Delta().insert('RIGHT\n'));
    ana.network.delayed = 3_000;
    await clock.advance(5_500);
    ana.type(5, '!');
    await clock.advance(30_000);
    expect(server.diverged).toBe(1);
    expect(committedText()).toBe('RIGHT!\n');
    expect(ana.text).toBe('RIGHT!\n');
    expect(ana.session.view.kept).toEqual([]);
  });

  it('nothing_is_compared_while_edits_are_unconfirmed', async () => {
    const ana = await open('ana');
    offline(ana);
    ana.type(0, 'x');
    await clock.advance(60_000);
    expect(server.hashes).toEqual([]);
  });
});

describe('the watchdog', () => {
  it('asks_again_after_5_seconds_and_then_less_and_less_often', async () => {
    const ana = await open('ana');
    server.deaf = true;
    ana.type(0, 'x');
    await clock.advance(5_400);
    expect(submits()).toHaveLength(2);
    expect(ana.session.view.status.kind).toBe('slow');
    await clock.advance(40_000);
    expect(submits()).toHaveLength(4);
    server.deaf = false;
    await clock.advance(45_000);
    expect(server.document.head).toBe(1);
    expect(ana.session.view.status.kind).toBe('saved');
  });

  it('does_not_bark_while_a_composition_holds_the_answer', async () => {
    const ana = await open('ana');
    ana.type(0, 'x');
    ana.session.compositionStarted();
    await clock.advance(20_000);
    expect(submits()).toHaveLength(1);
    ana.session.compositionEnded();
    await clock.advance(500);
    expect(ana.session.view.status.kind).toBe('saved');
  });
});

describe('leaving', () => {
  it('waits_for_the_acknowledgement', async () => {
    const ana = await open('ana');
    ana.type(0, 'x');
    let saved: boolean | undefined;
    void ana.session.saved(2_000).then((is) => (saved = is));
    await clock.advance(1_000);
    expect(saved).toBe(true);
  });

  it('waits_no_longer_than_it_was_told', async () => {
    const ana = await open('ana');
    offline(ana);
    ana.type(0, 'x');
    let saved: boolean | undefined;
    void ana.session.saved(2_000).then((is) => (saved = is));
    await clock.advance(1_900);
    expect(saved).toBeUndefined();
    await clock.advance(200);
    expect(saved).toBe(false);
  });

  it('goes_on_in_the_background_until_everything_is_saved', async () => {
    const ana = await open('ana');
    ana.type(0, 'x');
    let closed = false;
    ana.session.leave(() => (closed = true));
    await clock.advance(1_000);
    expect(closed).toBe(true);
    expect(committedText()).toBe('x\n');
    expect(device.held.size).toBe(0);
  });

  it('leaves_the_queue_to_the_next_page_where_there_is_no_connection', async () => {
    const ana = await open('ana');
    offline(ana);
    ana.type(0, 'later');
    await clock.advance(500);
    ana.session.leave(() => undefined);
    await clock.advance(500);
    expect(device.held.size).toBe(0);
    const again = await open('ana');
    await clock.advance(500);
    expect(again.text).toBe('later\n');
    expect(committedText()).toBe('later\n');
  });
});

it('E9_nothing_is_sent_while_a_welcome_is_held_by_a_composition', async () => {
  const ana = await open('ana');
  const ben = await open('ben', new FakeDevice());
  ana.session.compositionStarted();
  offline(ana);
  ben.type(0, 'ben');
  ana.network.online = true;
  await clock.advance(3_000);
  ana.type(0, '漢');
  await clock.advance(500);
  expect(submits().filter(({ baseRevision }) => baseRevision === 0)).toHaveLength(1);
  ana.session.compositionEnded();
  await clock.advance(1_000);
  expect(submits().at(-1)?.baseRevision).toBe(1);
  expect(ana.text).toBe('ben漢\n');
});

describe('what is left of a document that is not open', () => {
  it('is_sent_without_opening_it', async () => {
    const ana = await open('ana');
    offline(ana);
    ana.type(0, 'left');
    await clock.advance(500);
    ana.crash();
    await FakeEditor.sendLeft(clock, server, 'ana', device);
    await clock.advance(1_000);
    expect(committedText()).toBe('left\n');
    expect([device.queues.size, device.held.size]).toEqual([0, 0]);
  });

  it('is_given_up_where_there_is_no_connection_so_that_an_editor_can_show_it', async () => {
    const ana = await open('ana');
    offline(ana);
    ana.type(0, 'left');
    await clock.advance(500);
    ana.crash();
    const network = await FakeEditor.sendLeft(clock, server, 'ana', device, false);
    await clock.advance(5_000);
    expect(device.held.size).toBe(0);
    expect(network.online).toBe(false);
    const again = await FakeEditor.open(clock, server, 'ana', { device });
    expect(again.text).toBe('left\n');
  });
});

it('a_page_whose_queue_another_tab_has_taken_over_sends_nothing_more', async () => {
  const ana = await open('ana');
  offline(ana);
  ana.type(0, 'x');
  await clock.advance(500);
  ana.tab.lose();
  ana.network.online = true;
  await clock.advance(60_000);
  expect(ana.session.view.status).toEqual({ kind: 'ended', reason: 'taken-over' });
  expect(submits()).toEqual([]);
  expect(device.queues.size).toBe(1);
});
