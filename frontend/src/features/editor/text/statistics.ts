export interface Statistics {
  readonly words: number;
  readonly characters: number;
  readonly charactersWithoutSpaces: number;
  readonly minutes: number;
}

const WORDS_A_MINUTE = 220;
const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}'’_-]*[\p{L}\p{N}\p{M}])?/gu;
/** Written without spaces: each sign is about a word. */
const SIGN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;

/** What a text comes to. Characters are what a reader sees as one at least as far as code points go. */
export function statistics(text: string): Statistics {
  const signs = text.match(SIGN)?.length ?? 0;
  const words = (text.replace(SIGN, ' ').match(WORD)?.length ?? 0) + signs;
  const written = Array.from(text.replace(/\n/g, ''));
  return {
    words,
    characters: written.length,
    charactersWithoutSpaces: written.filter((character) => !/\s/.test(character)).length,
    minutes: Math.max(words === 0 ? 0 : 1, Math.round(words / WORDS_A_MINUTE)),
  };
}
