import { expect, it } from 'vitest';
import { EMOJI } from './emojiList';

it('every_emoji_is_there_once_and_has_a_name_of_its_own', () => {
  expect(EMOJI.length).toBeGreaterThan(280);
  const twice = (texts: readonly string[]) =>
    texts.filter((text, index) => texts.indexOf(text) !== index);
  expect(twice(EMOJI.map(({ sign }) => sign))).toEqual([]);
  expect(twice(EMOJI.map(({ name }) => name))).toEqual([]);
  expect(EMOJI.every(({ sign }) => /\p{Emoji}/u.test(sign) && !/[a-z]/i.test(sign))).toBe(true);
});
