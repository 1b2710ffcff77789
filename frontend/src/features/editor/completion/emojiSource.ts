import { fitting } from '../text/match';
import type { CommandContext } from '../commands/command';
import type { CompletionSource } from './completion';

const MOST = 24;

/** `:smile` and the like; the list is fetched with the first of them. */
export function emojiSource({ editor }: CommandContext): CompletionSource {
  return {
    trigger: ':',
    labelKey: 'commands.emoji',
    least: 2,
    items: async (query) => {
      // Smileys as ":-)" are not looked for.
      if (!/^[\p{L}\d_+-]*$/u.test(query)) return [];
      const { EMOJI } = await import('../emoji/emojiList');
      return fitting(query, EMOJI, ({ name, words }) => [name, words])
        .slice(0, MOST)
        .map(({ sign, name }) => ({ id: sign, glyph: sign, label: `:${name}:` }));
    },
    choose: ({ id }, { index, length }) => {
      const { quill } = editor;
      quill.deleteText(index, length, 'user');
      quill.insertText(index, id, 'user');
      quill.setSelection(index + id.length, 0, 'user');
      quill.history.cutoff();
    },
  };
}
