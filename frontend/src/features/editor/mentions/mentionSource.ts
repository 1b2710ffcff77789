import Delta from 'quill-delta';
import type { Member } from '../../../lib/api/types';
import type { CompletionSource } from '../completion/completion';
import type { QuillEditor } from '../quillEditor';
import { fitting } from '../text/match';

const MOST = 8;

/** "@" offers the members of the document's room. */
export function mentionSource(
  editor: QuillEditor,
  members: () => Promise<readonly Member[]>,
): CompletionSource {
  let known: Promise<readonly Member[]> | undefined;
  const list = (): Promise<readonly Member[]> => {
    known ??= members().catch(() => {
      known = undefined;
      return [];
    });
    return known;
  };
  return {
    trigger: '@',
    labelKey: 'mention.label',
    spaces: true,
    items: async (query) =>
      fitting(query, await list(), ({ displayName }) => [displayName, ''])
        .slice(0, MOST)
        .map(({ userId, displayName }) => ({
          id: userId,
          label: displayName,
          glyph: displayName.slice(0, 1).toUpperCase(),
        })),
    choose: ({ id, label }, { index, length }) => {
      const { quill } = editor;
      const name = label.slice(0, 200);
      quill.updateContents(
        new Delta()
          .retain(index)
          .insert({ mention: { userId: id, name } })
          .insert(' ')
          .delete(length),
        'user',
      );
      quill.setSelection(index + 2, 0, 'user');
      quill.history.cutoff();
    },
  };
}
