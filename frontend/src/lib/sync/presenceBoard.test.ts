import Delta from 'quill-delta';
import { expect, it } from 'vitest';
import { randomEdit, seeded } from '../../testing/randomEdits';
import type { AppliedChange } from '../ot/changes';
import type { Participant } from './messages';
import { PresenceBoard } from './presenceBoard';

const SEED = Number(process.env['PRESENCE_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
const OWNER: Participant = { clientId: 'ana', userId: 'ana', displayName: 'Ana', color: '#112233' };
const MARK = { mark: true };

/** Carries a mark in the text through the change: slow, and obviously right. */
function markAfter(document: Delta, index: number, change: AppliedChange): number {
  const mark = new Delta().retain(index).insert(MARK);
  // A mark goes in front of what others insert there, and behind what its owner inserts.
  const isFirst = change.clientId !== OWNER.clientId;
  const after = document.compose(change.delta).compose(change.delta.transform(mark, !isFirst));
  let at = 0;
  for (const { insert } of after.ops) {
    if (typeof insert === 'object') return at;
    at += insert?.length ?? 0;
  }
  throw new Error('the mark is gone');
}

function run(seed: number): void {
  const random = seeded(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const early = new PresenceBoard();
  const late = new PresenceBoard();
  let document = new Delta().insert('Some text to move about in.\n');
  let mark = below(document.length());
  const cursor = { clientId: 'ana', revision: 0, range: { index: mark, length: 0 } };
  early.start([OWNER]);
  late.start([OWNER]);
  early.update({ type: 'presence', cursors: [cursor] });
  const changes = 1 + below(8);
  for (let revision = 1; revision <= changes; revision += 1) {
    const clientId = random() < 0.3 ? 'ana' : 'ben';
    const change = { revision, clientId, delta: randomEdit(document, random) };
    mark = markAfter(document, mark, change);
    document = document.compose(change.delta);
    early.applied(change);
    late.applied(change);
  }
  late.update({ type: 'presence', cursors: [cursor] });
  expect(early.cursors(changes)[0]?.range).toEqual({ index: mark, length: 0 });
  expect(late.cursors(changes)[0]?.range).toEqual({ index: mark, length: 0 });
}

it(`P1_a_caret_stays_at_its_text_whenever_it_is_told, seed ${String(SEED)}`, () => {
  for (let round = 0; round < 2_000; round += 1) run(SEED + round);
});

it('P1_a_selection_does_not_grow_by_what_others_insert_at_its_end', () => {
  const board = new PresenceBoard();
  board.start([OWNER]);
  const range = { index: 2, length: 3 };
  board.update({ type: 'presence', cursors: [{ clientId: 'ana', revision: 0, range }] });
  board.applied({ revision: 1, clientId: 'ben', delta: new Delta().retain(5).insert('xyz') });
  expect(board.cursors(1)[0]?.range).toEqual(range);
});

it('only_the_owner_moves_a_caret', () => {
  const board = new PresenceBoard();
  board.start([OWNER]);
  const range = { index: 2, length: 0 };
  board.update({ type: 'presence', cursors: [{ clientId: 'ana', revision: 0, range }] });
  board.applied({ revision: 1, clientId: 'ben', delta: new Delta().insert('x') });
  expect(board.cursors(1)[0]).toMatchObject({ moves: 1, range: { index: 3 } });
  board.applied({ revision: 2, clientId: 'ana', delta: new Delta().retain(3).insert('x') });
  expect(board.cursors(2)[0]).toMatchObject({ moves: 2, range: { index: 4 } });
});

it('P2_whoever_joins_is_active_until_it_is_said_otherwise', () => {
  const board = new PresenceBoard();
  board.start([OWNER]);
  expect(board.activity('ana')).toBe('active');
  board.update({ type: 'presence', status: [{ clientId: 'ana', status: 'idle' }] });
  expect(board.activity('ana')).toBe('idle');
  board.update({ type: 'presence', left: ['ana'], joined: [OWNER] });
  expect(board.activity('ana')).toBe('active');
  expect(board.participants).toEqual([OWNER]);
});
