import { expect, it } from 'vitest';
import { candidates, meant } from './candidates';

const ana = { userId: 'a', displayName: 'Ana', color: '#1f7a4d' };
const anabel = { userId: 'b', displayName: 'Anabel', color: '#1f7a4d' };
const nobody = { people: [], groups: [] };

it('people come before groups', () => {
  const found = { people: [ana], groups: ['/analysts'] };
  expect(candidates('ana', found).map(({ kind }) => kind)).toEqual(['person', 'group']);
});

it('a whole address that is nobody’s is offered an invitation', () => {
  expect(candidates('eve@example.com', nobody).map(({ kind }) => kind)).toEqual(['email']);
  expect(candidates('eve@', nobody)).toEqual([]);
  expect(candidates('ana@example.com', { people: [ana], groups: [] })).toHaveLength(1);
});

it('without a choice only what is exact is meant', () => {
  expect(meant('an', { people: [ana, anabel], groups: [] })).toBeUndefined();
  expect(meant('ana', { people: [ana, anabel], groups: [] })).toMatchObject({ person: ana });
  expect(meant('ana@example.com', { people: [ana], groups: [] })).toMatchObject({ person: ana });
  expect(meant('eve@example.com', nobody)).toMatchObject({ email: 'eve@example.com' });
  expect(meant('eve', nobody)).toBeUndefined();
});
