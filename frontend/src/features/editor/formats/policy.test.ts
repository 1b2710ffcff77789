import Delta, { type Op } from 'quill-delta';
import { expect, it } from 'vitest';
import { permitted } from './policy';

const USER = '00000000-0000-4000-8000-000000000001';

it.each<Op>([
  { insert: 'a', attributes: { bold: true, color: '#AbC', background: 'rgb(1, 2, 3)' } },
  { insert: 'a', attributes: { link: 'mailto:ana@example.com', script: 'sub' } },
  { insert: '\n', attributes: { header: 6, align: 'center', direction: 'rtl' } },
  { insert: '\n', attributes: { list: 'checked', indent: 8 } },
  { insert: '\n', attributes: { 'code-block': 'c++' } },
  { insert: { divider: true } },
  { insert: { image: `images/${USER}` }, attributes: { alt: 'A hill', width: 300, height: '50' } },
  { insert: { mention: { userId: USER, name: 'Ana' } } },
  {
    insert: {
      'table-embed': {
        rows: { r: 'a' },
        columns: { c: 'a' },
        'r:c': [{ insert: 'x', bold: true }],
      },
    },
  },
])('%j_is_permitted', (op) => {
  expect(permitted(new Delta([op])).ops).toEqual([op]);
});

it.each<[Op, readonly Op[]]>([
  [
    { insert: 'a', attributes: { bold: 'yes', size: 'huge', italic: true } },
    [{ insert: 'a', attributes: { italic: true } }],
  ],
  [{ insert: 'a', attributes: { link: 'java\nscript:alert(1)' } }, [{ insert: 'a' }]],
  [{ insert: 'a', attributes: { color: 'url(x)', indent: 9, header: 1.5 } }, [{ insert: 'a' }]],
  [
    {
      insert: 'a',
      attributes: JSON.parse('{"__proto__": true, "constructor": true}') as Record<string, unknown>,
    },
    [{ insert: 'a' }],
  ],
  [{ insert: { image: 'https://evil.example/pixel.gif' } }, []],
  [{ insert: { video: 'https://evil.example' } }, []],
  [{ insert: { mention: { userId: USER, name: 'Ana', role: 'owner' } } }, []],
  [{ insert: 'a\u0000b\ud800c' }, [{ insert: 'abc' }]],
  [
    {
      insert: {
        'table-embed': { 'r:c': [{ insert: 'x', bold: true, header: 1, link: 'data:x' }] },
      },
    },
    [{ insert: { 'table-embed': { 'r:c': [{ insert: 'x', bold: true }] } } }],
  ],
])('%j_becomes_%j', (op, left) => {
  expect(permitted(new Delta([op])).ops).toEqual(left);
});
