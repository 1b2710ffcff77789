import Delta from 'quill-delta';
import { describe, expect, it } from 'vitest';
import { difference } from './difference';

const HALF = /\p{Surrogate}/u;

const document = (text: string): Delta => new Delta().insert(text);

describe('difference', () => {
  it('is_the_finest_where_no_pair_is_split', () => {
    expect(difference(document('one two\n'), document('one big two, three\n'))).toEqual(
      document('one two\n').diff(document('one big two, three\n')),
    );
  });

  it('takes_a_character_whole_whose_half_another_shares', () => {
    const from = document('a😀😁b\n');
    const to = document('a😁b\n');
    expect(difference(from, to)).toEqual(new Delta().retain(1).delete(2));
  });

  it('leads_from_one_document_to_the_other_and_splits_no_pair', () => {
    const texts = ['😀', '😁', '🧑🏿‍🚀', '🇩🇪', 'a', '\n'];
    let seed = 7;
    const below = (n: number): number => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return Math.floor((seed / 2147483648) * n);
    };
    const random = (): Delta => {
      const delta = new Delta();
      for (let i = below(7); i > 0; i--) {
        if (below(6) === 0) delta.insert({ image: below(2) });
        else delta.insert(texts[below(6)] ?? '', below(3) === 0 ? { bold: true } : {});
      }
      return delta.insert('\n');
    };
    for (let i = 0; i < 3000; i++) {
      const from = random();
      const to = random();
      const way = difference(from, to);
      expect(from.compose(way)).toEqual(to);
      let at = 0;
      const text = from.ops.map((op) => (typeof op.insert === 'string' ? op.insert : ' ')).join('');
      for (const op of way.ops) {
        if (typeof op.insert === 'string') expect(op.insert).not.toMatch(HALF);
        if (op.insert === undefined) at += Number(op.retain ?? op.delete);
        expect(text.slice(0, at)).not.toMatch(HALF);
      }
    }
  });
});
