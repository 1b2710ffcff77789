import Delta from 'quill-delta';
import { beforeEach, describe, expect, it } from 'vitest';
import { FakeClock } from '../../testing/fakeClock';
import { FakeEditor } from '../../testing/fakeEditor';
import { FakeServer } from '../../testing/fakeServer';
import type { ClientMessage } from './messages';

let clock: FakeClock;
let server: FakeServer;

beforeEach(() => {
  clock = new FakeClock();
  server = new FakeServer();
});

async function open(name: string): Promise<FakeEditor> {
  const editor = await FakeEditor.open(clock, server, name);
  await clock.advance(200);
  return editor;
}

function submits(): Extract<ClientMessage, { type: 'submit' }>[] {
  return server.received.filter((message) => message.type === 'submit');
}

function hellos(): Extract<ClientMessage, { type: 'hello' }>[] {
  return server.received.filter((message) => message.type === 'hello');
}

describe('opening', () => {
  it('O3_the_first_hello_asks_for_the_contents', async () => {
    server.document.submit({
      clientId: 'x',
      seq: 1,
      userId: 'x',
      baseRevision: 0,
      delta: [{ insert: 'Hi' }],
    });
    const ana = await open('ana');
    expect(hellos()).toEqual([{ type: 'hello', protocol: 1, clientId: 'ana', revision: null }]);
    expect(ana.text).toBe('Hi\n');
    expect(ana.session.view.status.kind).toBe('saved');
  });

  it('O3_a_later_hello_tells_the_revision_that_is_held', async () => {
    const ana = await open('ana');
    ana.type(0, 'a');
    await clock.advance(500);
    ana.network.cut();
    await clock.advance(2_000);
    expect(hellos().at(-1)).toMatchObject({ revision: 1, epoch: 1 });
  });

  it('O5_another_epoch_is_resynced_and_unconfirmed_text_survives', async () => {
    const ana = await open('ana');
    ana.type(0, 'before ');
    await clock.advance(500);
    ana.network.online = false;
    ana.network.cut();
    ana.type(7, 'mine ');
    server.epoch = 2;
    ana.network.online = true;
    await clock.advance(5_000);
    expect(ana.text).toBe('before mine \n');
    expect(server.document.contents()).toEqual(ana.document);
  });
});

describe('after a restore from a backup', () => {
  /** The backup's history: the first change of three that Ana has made and seen saved. */
  async function restored(epoch: number): Promise<FakeEditor> {
    const ana = await open('ana');
    for (const word of ['first ', 'second ', 'third ']) {
      ana.type(ana.text.length - 1, word);
      await clock.advance(500);
    }
    expect(ana.session.view.status.kind).toBe('saved');
    ana.network.online = false;
    ana.network.cut();
    server.restore(1, epoch);
    ana.network.online = true;
    return ana;
  }

  for (const epoch of [1, 1_700_000_002]) {
    it(`O5_what_the_backup_does_not_hold_is_kept_as_a_copy (epoch ${String(epoch)})`, async () => {
      const ana = await restored(epoch);
      await clock.advance(5_000);
      expect(ana.text).toBe('first \n');
      expect(ana.session.view.kept).toMatchObject([{ code: 'restored', text: 'second third ' }]);
      expect(ana.session.view.status.kind).toBe('saved');
    });
  }

  it('O5_also_where_others_have_written_more_than_was_lost', async () => {
    const ana = await restored(1_700_000_002);
    for (let seq = 1; seq <= 5; seq += 1) {
      server.document.submit({
        clientId: 'x',
        seq,
        userId: 'x',
        baseRevision: seq,
        delta: [{ insert: 'x' }],
      });
    }
    ana.type(ana.text.length - 1, 'mine');
    await clock.advance(5_000);
    expect(ana.text).toBe('xxxxxfirst mine\n');
    expect(server.document.contents()).toEqual(ana.document);
    expect(ana.session.view.kept).toMatchObject([{ code: 'restored', text: ' second third' }]);
  });

  it('O5_a_redaction_leaves_no_copy', async () => {
    const ana = await open('ana');
    ana.type(0, 'secret ');
    await clock.advance(500);
    server.document.submit({
      clientId: 'x',
      seq: 1,
      userId: 'x',
      baseRevision: 1,
      delta: [{ insert: '##### ' }, { delete: 7 }],
    });
    server.epoch = 2;
    ana.network.cut();
    await clock.advance(5_000);
    expect(ana.text).toBe('##### \n');
    expect(ana.session.view.kept).toEqual([]);
  });
});

describe('editing', () => {
  it('E1_one_submission_is_in_flight_and_seq_rises_by_one', async () => {
    const ana = await open('ana');
    ana.type(0, 'a');
    ana.type(1, 'b');
    ana.type(2, 'c');
    await clock.advance(25);
    expect(submits().map(({ seq }) => seq)).toEqual([1]);
    await clock.advance(1_000);
    expect(submits().map(({ seq, delta }) => [seq, delta])).toEqual([
      [1, [{ insert: 'a' }]],
      [2, [{ retain: 1 }, { insert: 'bc' }]],
    ]);
    expect(ana.session.view.status.kind).toBe('saved');
  });

  it('E4_a_submission_that_arrives_twice_is_committed_once', async () => {
    const ana = await open('ana');
    ana.network.duplicate = () => true;
    ana.type(0, 'once');
    await clock.advance(1_000);
    expect(server.document.head).toBe(1);
    expect(ana.text).toBe('once\n');
  });

  it('E5_the_earlier_commit_keeps_its_place_at_a_tie_on_both_sides', async () => {
    const ana = await open('ana');
    const ben = await open('ben');
    ana.type(0, 'AAA');
    await clock.advance(5);
    ben.type(0, 'BBB');
    await clock.advance(1_000);
    expect(ana.text).toBe('AAABBB\n');
    expect(ben.text).toBe('AAABBB\n');
  });

  it('E6_a_refused_edit_is_taken_back_and_its_text_is_kept', async () => {
    const ana = await open('ana');
    server.refuse = (seq) => (seq === 1 ? { code: 'forbidden', retryable: false } : undefined);
    ana.type(0, 'lost?');
    ana.type(5, ' later');
    await clock.advance(1_000);
    expect(ana.session.view.kept).toMatchObject([{ code: 'forbidden', text: 'lost?' }]);
    expect(ana.text).toBe(' later\n');
    expect(server.document.contents()).toEqual(ana.document);
    expect(ana.session.hasUnsavedEdits).toBe(false);
  });

  it('E6_a_retryable_refusal_is_sent_again_under_its_number', async () => {
    const ana = await open('ana');
    let refusals = 2;
    server.refuse = () => (refusals-- > 0 ? { code: 'busy', retryable: true } : undefined);
    ana.type(0, 'x');
    await clock.advance(5_000);
    expect(submits().map(({ seq }) => seq)).toEqual([1, 1, 1]);
    expect(server.document.head).toBe(1);
    expect(ana.session.view.kept).toEqual([]);
  });

  it('E6_a_base_that_the_server_does_not_know_is_replaced_and_the_edit_goes_again', async () => {
    const ana = await open('ana');
    let refusals = 1;
    server.refuse = () =>
      refusals-- > 0 ? { code: 'revision-ahead', retryable: false } : undefined;
    ana.type(0, 'x');
    await clock.advance(3_000);
    expect(hellos().at(-1)).toMatchObject({ revision: null });
    expect(server.document.contents().ops).toEqual([{ insert: 'x\n' }]);
    expect(ana.session.view.kept).toEqual([]);
  });

  it('E8_a_gap_is_filled_from_the_log_and_held_changes_follow', async () => {
    const ana = await open('ana');
    const ben = await open('ben');
    let swallowed = 0;
    ben.network.swallow = (frame) => frame.includes('"changes"') && swallowed++ < 1;
    ana.type(0, 'a');
    await clock.advance(300);
    ana.type(1, 'b');
    await clock.advance(300);
    expect(ben.text).toBe('ab\n');
    expect(ben.network.restCalls).toBe(1);
  });
});

describe('reconnecting', () => {
  it('E9_same_seq_is_sent_again_after_reconnect', async () => {
    const ana = await open('ana');
    const ben = await open('ben');
    ana.type(0, 'ana');
    ana.network.cut();
    ana.type(3, '!');
    ben.type(0, 'ben ');
    await clock.advance(3_000);
    const mine = submits().filter(({ delta }) => JSON.stringify(delta).includes('ana'));
    expect(mine).toEqual([
      { type: 'submit', seq: 1, baseRevision: 1, delta: [{ retain: 4 }, { insert: 'ana' }] },
    ]);
    expect(ana.text).toBe('ben ana!\n');
    expect(ben.text).toBe('ben ana!\n');
  });

  it('E9_a_committed_edit_whose_ack_was_lost_is_not_sent_again', async () => {
    const ana = await open('ana');
    ana.type(0, 'once');
    await clock.advance(25);
    expect(server.document.head).toBe(1);
    ana.network.cut();
    await clock.advance(3_000);
    expect(submits()).toHaveLength(1);
    expect(ana.text).toBe('once\n');
    expect(ana.session.view.status.kind).toBe('saved');
  });

  it('E9_edits_made_offline_are_sent_without_a_keystroke', async () => {
    const ana = await open('ana');
    ana.network.online = false;
    ana.network.cut();
    ana.type(0, 'off');
    ana.type(3, 'line');
    await clock.advance(20_000);
    expect(ana.session.view.status).toEqual({
      kind: 'offline',
      kept: { edits: 2, where: 'device' },
    });
    ana.network.online = true;
    ana.session.nudge();
    await clock.advance(500);
    expect(server.document.contents().ops).toEqual([{ insert: 'offline\n' }]);
    expect(ana.session.view.status.kind).toBe('saved');
  });

  it('resync_reapplies_what_the_snapshot_does_not_hold', async () => {
    const ana = await open('ana');
    ana.type(0, 'base ');
    await clock.advance(500);
    server.document.submit({
      clientId: 'x',
      seq: 1,
      userId: 'x',
      baseRevision: 1,
      delta: [{ insert: 'other ' }],
    });
    ana.type(5, 'mine');
    server.resync();
    await clock.advance(1_000);
    expect(ana.text).toBe('other base mine\n');
    expect(server.document.contents()).toEqual(ana.document);
  });

  it('L1_45_seconds_of_silence_are_a_lost_connection', async () => {
    const ana = await open('ana');
    ana.network.freeze();
    await clock.advance(42_000);
    expect(ana.session.view.status.kind).toBe('saved');
    await clock.advance(10_000);
    expect(hellos()).toHaveLength(2);
  });

  it('L1_a_ping_goes_out_every_20_seconds', async () => {
    await open('ana');
    await clock.advance(61_000);
    expect(server.received.filter(({ type }) => type === 'ping')).toHaveLength(3);
  });

  it('L2_waking_up_probes_a_connection_that_only_looks_alive', async () => {
    const ana = await open('ana');
    ana.network.freeze();
    ana.session.nudge();
    await clock.advance(6_000);
    expect(hellos()).toHaveLength(2);
  });

  it('L3_drain_is_followed_by_a_reconnect_after_the_given_pause', async () => {
    const ana = await open('ana');
    server.broadcast({ type: 'drain', retryAfterMs: 3_000 });
    await clock.advance(100);
    server.closeAll(1012);
    await clock.advance(2_500);
    expect(hellos()).toHaveLength(1);
    ana.type(0, 'kept');
    await clock.advance(2_000);
    expect(hellos()).toHaveLength(2);
    expect(server.document.head).toBe(1);
  });

  it('L3_while_draining_answers_still_come_and_nothing_new_goes', async () => {
    const ana = await open('ana');
    ana.type(0, 'a');
    server.broadcast({ type: 'drain', retryAfterMs: 1_000 });
    ana.type(1, 'b');
    await clock.advance(200);
    expect(server.document.head).toBe(1);
    ana.type(2, 'c');
    await clock.advance(200);
    expect(submits()).toHaveLength(1);
    server.closeAll(1012);
    await clock.advance(3_000);
    expect(server.document.contents().ops).toEqual([{ insert: 'abc\n' }]);
    expect(ana.session.view.status.kind).toBe('saved');
  });

  it('L3_clients_do_not_all_return_at_the_same_moment', async () => {
    const random = [0.1, 0.9];
    for (const name of ['ana', 'ben']) {
      const value = random.shift() ?? 0;
      await FakeEditor.open(clock, server, name, { random: () => value });
      await clock.advance(300);
    }
    server.broadcast({ type: 'drain', retryAfterMs: 2_000 });
    await clock.advance(100);
    server.closeAll(1012);
    await clock.advance(2_200);
    expect(hellos()).toHaveLength(3);
    await clock.advance(1_000);
    expect(hellos()).toHaveLength(4);
  });

  it('L3_a_server_that_drains_and_never_closes_is_left', async () => {
    await open('ana');
    server.broadcast({ type: 'drain', retryAfterMs: 1_000 });
    await clock.advance(15_000);
    expect(hellos()).toHaveLength(2);
  });

  it('L2_waking_up_after_a_long_sleep_reconnects_without_a_probe', async () => {
    const ana = await open('ana');
    ana.network.freeze();
    await clock.advance(26_000);
    ana.session.nudge();
    await clock.advance(100);
    expect(hellos()).toHaveLength(2);
  });

  it('L2_waking_up_ends_a_pause_at_once', async () => {
    const ana = await open('ana');
    ana.network.online = false;
    ana.network.cut();
    await clock.advance(120_000);
    ana.network.online = true;
    ana.session.nudge();
    await clock.advance(100);
    expect(hellos()).toHaveLength(2);
  });

  it('L4_losing_access_ends_the_session_and_leaves_the_text', async () => {
    const ana = await open('ana');
    ana.type(0, 'still here');
    await clock.advance(500);
    server.closeAll(4003);
    await clock.advance(60_000);
    expect(ana.session.view.status).toEqual({ kind: 'ended', reason: 'no-access' });
    expect(ana.text).toBe('still here\n');
    expect(hellos()).toHaveLength(1);
  });

  it('L5_4001_asks_for_a_new_ticket', async () => {
    await open('ana');
    server.closeAll(4001);
    await clock.advance(2_000);
    expect(hellos()).toHaveLength(2);
  });

  it('L5_4009_asks_for_the_contents_and_gives_up_when_it_goes_on', async () => {
    const ana = await open('ana');
    server.closeAll(4009);
    await clock.advance(2_000);
    expect(hellos().at(-1)).toMatchObject({ revision: null });
    for (let round = 0; round < 3; round += 1) {
      server.closeAll(4009);
      await clock.advance(10_000);
    }
    expect(ana.session.view.status).toEqual({ kind: 'ended', reason: 'incompatible' });
  });

  it('L5_1009_takes_back_the_edit_that_was_too_big_and_keeps_its_text', async () => {
    const ana = await open('ana');
    ana.type(0, 'huge');
    server.closeAll(1009);
    await clock.advance(3_000);
    expect(ana.text).toBe('\n');
    expect(ana.session.view.kept).toMatchObject([{ code: 'too-large', text: 'huge' }]);
  });

  it('a_ticket_that_is_refused_ends_the_session', async () => {
    const eve = await open('eve');
    eve.network.ticket = () => ({ kind: 'no-access' });
    server.closeAll(4001);
    await clock.advance(2_000);
    expect(eve.session.view.status).toEqual({ kind: 'ended', reason: 'no-access' });
  });
});

describe('composition', () => {
  it('remote_changes_wait_for_the_end_of_a_composition', async () => {
    const ana = await open('ana');
    const ben = await open('ben');
    ana.session.compositionStarted();
    ben.type(0, 'ben ');
    await clock.advance(500);
    expect(ana.text).toBe('\n');
    ana.type(0, '日本');
    ana.session.compositionEnded();
    await clock.advance(500);
    expect(ana.text).toBe('ben 日本\n');
    expect(ben.text).toBe(ana.text);
  });

  it('a_connection_lost_while_composing_loses_nothing', async () => {
    const ana = await open('ana');
    const ben = await open('ben');
    ana.session.compositionStarted();
    ben.type(0, 'ben ');
    await clock.advance(500);
    ana.network.cut();
    ana.type(0, '語');
    await clock.advance(3_000);
    ana.session.compositionEnded();
    await clock.advance(1_000);
    expect(ana.text).toBe('ben 語\n');
    expect(server.document.contents()).toEqual(ana.document);
  });
});

describe('presence', () => {
  it('P1_a_cursor_moves_with_edits_that_its_sender_did_not_have', async () => {
    const ana = await open('ana');
    const ben = await open('ben');
    ana.type(0, 'hello world');
    await clock.advance(500);
    ana.session.selected({ index: 6, length: 5 });
    await clock.advance(500);
    ben.type(0, '>> ');
    expect(ben.session.cursors()).toMatchObject([
      { participant: { displayName: 'ana' }, range: { index: 9, length: 5 } },
    ]);
    await clock.advance(500);
    expect(ben.session.cursors()[0]?.range).toEqual({ index: 9, length: 5 });
  });

  it('P2_who_leaves_is_gone_with_the_caret', async () => {
    const ana = await open('ana');
    const ben = await open('ben');
    ana.session.selected({ index: 0, length: 0 });
    await clock.advance(500);
    expect(ben.session.cursors()).toHaveLength(1);
    ana.session.close();
    await clock.advance(500);
    expect(ben.session.cursors()).toHaveLength(0);
    expect(ben.session.people.map(({ displayName }) => displayName)).toEqual([]);
  });
});

it('status_is_never_saved_while_something_is_unconfirmed', async () => {
  const ana = await open('ana');
  const seen: string[] = [];
  ana.session.subscribe(() => {
    const { kind } = ana.session.view.status;
    seen.push(kind);
    if (kind === 'saved') expect(ana.session.hasUnconfirmedEdits).toBe(false);
  });
  ana.network.freeze();
  ana.edit(new Delta().insert('x'));
  await clock.advance(60_000);
  expect([...new Set(seen)]).toEqual(['editing', 'saving', 'slow', 'saved']);
});
