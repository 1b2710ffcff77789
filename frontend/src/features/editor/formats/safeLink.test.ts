import { expect, it } from 'vitest';
import { safeLink } from './safeLink';

it.each([
  ['https://a.example/b?c=d', 'https://a.example/b?c=d'],
  ['http://a.example', 'http://a.example'],
  ['mailto:ana@a.example', 'mailto:ana@a.example'],
  [' a.example/page ', 'https://a.example/page'],
])('S9_%s_is_a_link', (typed, address) => {
  expect(safeLink(typed)).toBe(address);
});

it.each([
  '',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\nscript:alert(1)',
  '\u0001javascript:alert(1)',
  'data:text/html,x',
  'vbscript:x',
  'file:///etc/passwd',
  'blob:https://a.example/1',
  'https://',
])('S9_%j_is_refused', (typed) => {
  expect(safeLink(typed)).toBeUndefined();
});
