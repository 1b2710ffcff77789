import { expect, it } from 'vitest';
import { fit, fitting } from './match';

it.each([
  ['', 'Bold', 0],
  ['bo', 'Bold', 0],
  ['list', 'Bulleted list', 1],
  ['h1', 'Heading 1', 2],
  ['eading', 'Heading 1', 3],
  ['titulo', 'Título 1', 0],
  ['zebra', 'Bold', undefined],
])('%j_fits_%j_as_%j', (query, name, rank) => {
  expect(fit(query, name, 'h1 header')).toBe(rank);
});

it('the_best_comes_first_and_equals_keep_their_order', () => {
  const names = ['Numbered list', 'Link', 'Bulleted list', 'Line'];
  expect(fitting('li', names, (name) => [name, ''])).toEqual([
    'Link',
    'Line',
    'Numbered list',
    'Bulleted list',
  ]);
});
