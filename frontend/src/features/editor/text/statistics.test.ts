import { expect, it } from 'vitest';
import { statistics } from './statistics';

it('counts_words_with_apostrophes_and_hyphens_as_one', () => {
  expect(statistics("Don't stop: it is a well-known fact.\n").words).toBe(7);
});

it('counts_signs_of_languages_without_spaces', () => {
  expect(statistics('東京 tower\n').words).toBe(3);
});

it('an_empty_document_has_nothing_to_read', () => {
  expect(statistics('\n')).toEqual({
    words: 0,
    characters: 0,
    charactersWithoutSpaces: 0,
    minutes: 0,
  });
});

it('a_pair_of_surrogates_is_one_character', () => {
  expect(statistics('a 😀\n')).toMatchObject({ characters: 3, charactersWithoutSpaces: 2 });
});

it('reading_takes_at_least_a_minute', () => {
  expect(statistics('one\n').minutes).toBe(1);
  expect(statistics(`${'word '.repeat(1_100)}\n`).minutes).toBe(5);
});
