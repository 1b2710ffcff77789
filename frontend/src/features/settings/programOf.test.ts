import { expect, it } from 'vitest';
import { programOf } from './programOf';

const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)';

it.each([
  [`${BROWSER} Chrome/147.0.0.0 Safari/537.36`, 'Chrome, Linux'],
  [`${BROWSER} Chrome/147.0.0.0 Safari/537.36 Edg/147.0.0.0`, 'Edge, Linux'],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:150.0) Gecko/20100101 Firefox/150.0',
    'Firefox, Windows',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1',
    'Safari, iOS',
  ],
  ['curl/8.5.0', 'curl'],
])('names %s', (userAgent, name) => {
  expect(programOf(userAgent)).toBe(name);
});

it('says nothing of what says nothing', () => {
  expect(programOf(null)).toBeUndefined();
  expect(programOf('')).toBeUndefined();
});
