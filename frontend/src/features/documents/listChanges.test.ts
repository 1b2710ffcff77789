import { expect, it } from 'vitest';
import type { Document, DocumentList } from '../../lib/api/types';
import { changed, type DocumentChange } from './listChanges';

const PLAN: Document = {
  id: 'plan',
  roomId: 'garden',
  roomName: 'Garden',
  title: 'Plan',
  head: 1,
  createdAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-01-01T00:00:00Z',
  updatedBy: null,
  present: [],
  favourite: true,
  deletedAt: null,
  role: 'owner',
};
const NOTES: Document = { ...PLAN, id: 'notes', title: 'Notes' };
const GARDEN: DocumentList = { kind: 'room', roomId: 'garden', order: 'updated' };

function after(change: DocumentChange, list: DocumentList, deletedAt: string | null = null) {
  const documents = {
    items: [
      { ...PLAN, deletedAt },
      { ...NOTES, deletedAt },
    ],
    total: 7,
  };
  const { items, total } = changed(documents, list, 'plan', change);
  return { titles: items.map(({ title }) => title), total };
}

it('a_new_title_shows_at_its_place', () => {
  const expected = { titles: ['Draft', 'Notes'], total: 7 };
  expect(after({ kind: 'renamed', title: 'Draft' }, GARDEN)).toEqual(expected);
});

it.each<[string, DocumentChange, DocumentList, string | null]>([
  ['what_is_trashed_leaves_its_room', { kind: 'trashed' }, GARDEN, null],
  ['what_is_trashed_leaves_recent', { kind: 'trashed' }, { kind: 'recent' }, null],
  ['what_is_restored_leaves_the_trash', { kind: 'restored' }, { kind: 'trash' }, '2026-01-02'],
  ['what_is_moved_leaves_its_room', { kind: 'moved', roomId: 'a', roomName: 'A' }, GARDEN, null],
  [
    'what_is_no_favourite_leaves_favourites',
    { kind: 'marked', favourite: false },
    { kind: 'favourites' },
    null,
  ],
])('%s', (_name, change, list, deletedAt) => {
  expect(after(change, list, deletedAt)).toEqual({ titles: ['Notes'], total: 6 });
});

it('what_is_moved_stays_in_recent', () => {
  const change: DocumentChange = { kind: 'moved', roomId: 'a', roomName: 'A' };
  expect(after(change, { kind: 'recent' }).titles).toEqual(['Plan', 'Notes']);
});
