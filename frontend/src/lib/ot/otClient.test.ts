import Delta from 'quill-delta';
import { describe, expect, it } from 'vitest';
import { OtClient } from './otClient';
import type { RemoteChange } from './changes';
import { insertedText } from './deltaText';

const ME = 'me';

function client(text = 'ab\n'): OtClient {
  return new OtClient({
    clientId: ME,
    revision: 10,
    contents: new Delta().insert(text),
    nextSeq: 1,
  });
}

function remote(revision: number, delta: Delta): RemoteChange {
  return { revision, clientId: 'other', seq: revision, delta };
}

function ack(revision: number, seq: number): RemoteChange {
  return { revision, clientId: ME, seq, delta: undefined };
}

const at = (index: number): Delta => new Delta().retain(index);
const insert = (index: number, text: string): Delta => at(index).insert(text);

function text(document: Delta): string {
  return insertedText([document]);
}

describe('states', () => {
  it('go_from_synchronized_over_awaiting_ack_to_awaiting_ack_with_buffer_and_back', () => {
    const ot = client();
    expect(ot.pending.kind).toBe('synchronized');
    ot.applyLocal(insert(0, 'x'));
    expect(ot.pending.kind).toBe('awaitingAck');
    ot.applyLocal(insert(1, 'y'));
    expect(ot.pending.kind).toBe('awaitingAckWithBuffer');
    ot.applyRemote(ack(11, 1));
    expect(ot.pending.kind).toBe('awaitingAck');
    expect(ot.submission()).toEqual({ seq: 2, baseRevision: 11, delta: insert(1, 'y') });
    ot.applyRemote(ack(12, 2));
    expect(ot.pending.kind).toBe('synchronized');
    expect(ot.contents()).toEqual(ot.baseContents());
  });

  it('count_the_edits_that_are_unconfirmed', () => {
    const ot = client();
    for (const letter of 'abc') ot.applyLocal(insert(0, letter));
    expect(ot.unconfirmedEdits).toBe(3);
    ot.applyRemote(ack(11, 1));
    expect(ot.unconfirmedEdits).toBe(2);
  });
});

describe('edits that change nothing', () => {
  const nothing = new Delta().retain(2);

  it('are_not_sent', () => {
    const ot = client();
    ot.applyLocal(nothing);
    expect(ot.pending.kind).toBe('synchronized');
    expect(ot.submission()).toBeUndefined();
    expect(nothing.ops).toHaveLength(1);
  });

  it('leave_no_buffer_when_they_cancel_each_other_out', () => {
    const ot = client();
    ot.applyLocal(insert(0, 'x'));
    ot.applyLocal(insert(1, 'y'));
    ot.applyLocal(at(1).delete(1));
    expect(ot.pending.kind).toBe('awaitingAck');
    expect(text(ot.contents())).toBe('xab\n');
  });

  it('leave_no_buffer_when_another_made_them_already', () => {
    const ot = client();
    ot.applyLocal(insert(0, 'x'));
    ot.applyLocal(at(1).delete(1));
    ot.applyRemote(remote(11, new Delta().delete(1)));
    expect(ot.pending.kind).toBe('awaitingAck');
    ot.applyRemote(ack(12, 1));
    expect(ot.submission()).toBeUndefined();
    expect(text(ot.contents())).toBe('xb\n');
  });

  it('are_dropped_behind_a_submission_that_is_refused', () => {
    const ot = client();
    ot.applyLocal(insert(0, 'x'));
    ot.applyLocal(new Delta().delete(1));
    ot.withdraw(1);
    expect(ot.pending.kind).toBe('synchronized');
    expect(text(ot.contents())).toBe('ab\n');
  });
});

describe('remote changes', () => {
  it('E5_the_committed_insert_keeps_its_place_at_a_tie', () => {
    const ot = client();
    ot.applyLocal(insert(1, 'mine'));
    const outcome = ot.applyRemote(remote(11, insert(1, 'theirs')));
    expect(outcome).toMatchObject({ kind: 'applied', patches: [insert(1, 'theirs')] });
    expect(text(ot.contents())).toBe('atheirsmineb\n');
    expect(ot.submission()).toEqual({ seq: 1, baseRevision: 11, delta: insert(7, 'mine') });
  });

  it('E5_the_committed_attribute_wins_at_a_tie', () => {
    const ot = client();
    ot.applyLocal(new Delta().retain(1, { color: 'red' }));
    ot.applyRemote(remote(11, new Delta().retain(1, { color: 'blue' })));
    expect(ot.contents().ops[0]?.attributes).toEqual({ color: 'blue' });
  });

  it('E8_a_known_revision_is_ignored', () => {
    const ot = client();
    expect(ot.applyRemote(remote(10, insert(0, 'again')))).toEqual({ kind: 'ignored' });
    expect(text(ot.contents())).toBe('ab\n');
  });

  it('E8_later_changes_are_held_until_the_gap_is_filled', () => {
    const ot = client();
    expect(ot.applyRemote(remote(12, insert(3, '2')))).toEqual({ kind: 'held' });
    expect(ot.applyRemote(remote(13, insert(4, '3')))).toEqual({ kind: 'held' });
    expect(ot.hasGap).toBe(true);
    expect(ot.applyRemote(remote(11, insert(2, '1')))).toMatchObject({ kind: 'applied' });
    expect(text(ot.contents())).toBe('ab123\n');
    expect(ot.revision).toBe(13);
    expect(ot.hasGap).toBe(false);
  });

  it('E8_a_held_ack_counts_when_its_turn_comes', () => {
    const ot = client();
    ot.applyLocal(insert(2, '!'));
    expect(ot.applyRemote(ack(12, 1))).toEqual({ kind: 'held' });
    ot.applyRemote(remote(11, insert(0, '>')));
    expect(ot.pending.kind).toBe('synchronized');
    expect(text(ot.contents())).toBe('>ab!\n');
  });

  it('a_foreign_change_without_a_delta_is_inconsistent', () => {
    expect(client().applyRemote({ ...ack(11, 9), clientId: 'other' }).kind).toBe('inconsistent');
  });

  it('remote_changes_are_rebased_one_by_one_and_never_squashed', () => {
    const ot = client();
    ot.applyLocal(insert(0, 'Z'));
    ot.applyRemote(remote(11, insert(1, 'X')));
    ot.applyRemote(remote(12, new Delta().delete(1)));
    expect(text(ot.contents())).toBe('ZXb\n');
  });
});

describe('sending again', () => {
  it('E9_an_op_once_sent_is_not_merged_with_later_edits', () => {
    const ot = client();
    ot.applyLocal(insert(0, 'a'));
    ot.applyLocal(insert(1, 'b'));
    expect(ot.submission()?.delta).toEqual(insert(0, 'a'));
  });

  it('E9_the_same_seq_is_asked_for_again_rebased_to_the_current_base', () => {
    const ot = client();
    ot.applyLocal(insert(2, '!'));
    ot.applyRemote(remote(11, insert(0, '>> ')));
    expect(ot.submission()).toEqual({ seq: 1, baseRevision: 11, delta: insert(5, '!') });
    expect(ot.submission()?.seq).toBe(1);
  });

  it('L7_a_paste_that_is_too_large_goes_in_several_submissions', () => {
    const ot = client();
    const long = '😀é'.repeat(100_000);
    ot.applyLocal(insert(1, long));
    let revision = 10;
    for (let next = ot.submission(); next !== undefined; next = ot.submission()) {
      const bytes = new TextEncoder().encode(JSON.stringify(next.delta.ops)).length;
      expect(bytes).toBeLessThan(250 * 1024);
      expect(JSON.stringify(next.delta.ops)).not.toMatch(/\\ud[89a-f]/);
      ot.applyRemote(ack(++revision, next.seq));
    }
    expect(revision).toBeGreaterThan(12);
    expect(text(ot.baseContents())).toBe(`a${long}b\n`);
  });
});

describe('refusal', () => {
  it('E6_the_refused_edit_is_taken_out_and_its_text_is_handed_out', () => {
    const ot = client();
    ot.applyLocal(insert(1, 'NO'));
    ot.applyLocal(insert(0, 'yes'));
    const withdrawn = ot.withdraw(1);
    expect(withdrawn).toMatchObject({ patch: at(4).delete(2), kept: { text: 'NO' } });
    expect(text(ot.contents())).toBe('yesab\n');
    expect(ot.submission()?.seq).toBe(2);
  });

  it('E6_a_deletion_that_is_refused_comes_back', () => {
    const ot = client();
    ot.applyLocal(new Delta().delete(2));
    expect(ot.withdraw(1)?.patch).toEqual(new Delta().insert('ab'));
    expect(text(ot.contents())).toBe('ab\n');
  });

  it('a_number_that_is_not_in_flight_changes_nothing', () => {
    const ot = client();
    ot.applyLocal(insert(0, 'x'));
    expect(ot.withdraw(7)).toBeUndefined();
    expect(ot.unconfirmedEdits).toBe(1);
  });
});

describe('resync', () => {
  const snapshot = (document: string, acknowledged = 0) => ({
    contents: new Delta().insert(document),
    revision: 20,
    acknowledged,
  });

  it('reapplies_unconfirmed_edits_under_their_number', () => {
    const ot = client();
    ot.applyLocal(insert(2, '1'));
    ot.applyLocal(insert(3, '2'));
    expect(ot.resync(snapshot('>ab<\n'))).toEqual({ kind: 'merged' });
    expect(text(ot.contents())).toMatch(/^>ab/);
    expect(text(ot.contents())).toContain('12');
    expect(ot.submission()).toMatchObject({ seq: 1, baseRevision: 20 });
  });

  it('does_not_reapply_what_the_snapshot_holds', () => {
    const ot = client();
    ot.applyLocal(insert(2, '1'));
    ot.applyLocal(insert(3, '2'));
    ot.resync(snapshot('ab1\n', 1));
    expect(text(ot.contents())).toBe('ab12\n');
    expect(ot.submission()).toMatchObject({ seq: 2, delta: insert(3, '2') });
  });

  it('goes_back_to_an_older_head_after_a_restore_of_the_server', () => {
    const ot = client('long text\n');
    ot.resync({ contents: new Delta().insert('\n'), revision: 0, acknowledged: 0 });
    expect(ot.revision).toBe(0);
    expect(text(ot.contents())).toBe('\n');
  });

  it('hands_out_text_that_cannot_be_merged', () => {
    const ot = client();
    ot.applyLocal(insert(0, 'precious'));
    const outcome = ot.resync({
      contents: new Delta().retain(3),
      revision: 20,
      acknowledged: 0,
    });
    expect(outcome).toMatchObject({ kind: 'unmergeable', kept: { text: 'precious' } });
    expect(ot.pending.kind).toBe('synchronized');
  });
});
