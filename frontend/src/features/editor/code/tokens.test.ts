import { expect, it } from 'vitest';
import { LANGUAGES } from './languages';
import { tokensOf } from './tokens';

const parts = (code: string, language: string) =>
  tokensOf(code, language).map(({ kind, start, end }) => [kind, code.slice(start, end)]);

it('positions_are_those_of_the_text_also_behind_signs_of_markup', () => {
  expect(parts(`if (a < "x&y" && b > 'z') 42 // end`, 'javascript')).toEqual([
    ['keyword', 'if'],
    ['string', '"x&y"'],
    ['string', "'z'"],
    ['number', '42'],
    ['comment', '// end'],
  ]);
});

it('every_language_that_can_be_chosen_is_known', () => {
  for (const [language] of LANGUAGES) {
    if (language !== 'plain') {
      expect(tokensOf('"a": 1 <b> -- # select def x', language), language).toBeInstanceOf(Array);
    }
  }
  expect(tokensOf('if', 'plain')).toEqual([]);
  expect(tokensOf('if', 'nothing')).toEqual([]);
});
