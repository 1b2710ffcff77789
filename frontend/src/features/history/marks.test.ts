import { expect, test } from 'vitest';
import type { Difference } from '../../lib/api/historyApi';
import { contentsOf, inContents, marked } from './marks';

const difference: Difference = {
  from: 1,
  to: 3,
  exact: true,
  people: [{ userId: 'ana', displayName: 'Ana', color: '#123456' }],
  passages: [
    { kind: 'kept', op: { insert: 'Hello' } },
    { kind: 'removed', op: { insert: ' big\n', attributes: { header: 1 } }, userId: 'ana' },
    { kind: 'added', op: { insert: ' new' }, userId: 'ana', at: '2026-01-01T00:00:00Z' },
    { kind: 'kept', op: { insert: ' world\n' } },
  ],
};

test('removed lines are shown as signs in the line that stands', () => {
  expect(marked(difference, (passage, name) => `${passage.kind} ${name}`).ops).toEqual([
    { insert: 'Hello' },
    {
      insert: ' big¶',
      attributes: { 'history-mark': { kind: 'removed', color: '#123456', title: 'removed Ana' } },
    },
    {
      insert: ' new',
      attributes: { 'history-mark': { kind: 'added', color: '#123456', title: 'added Ana' } },
    },
    { insert: ' world\n' },
  ]);
});

test('what stands is the later revision', () => {
  expect(contentsOf(difference.passages).ops).toEqual([{ insert: 'Hello new world\n' }]);
});

test('a selection is found in the contents, without what was removed', () => {
  expect(inContents(difference.passages, { index: 3, length: 4 })).toEqual({ index: 3, length: 2 });
  expect(inContents(difference.passages, { index: 6, length: 6 })).toEqual({ index: 5, length: 2 });
  expect(inContents(difference.passages, { index: 14, length: 3 })).toEqual({
    index: 9,
    length: 3,
  });
});
