import { commandsIn } from '../commands/commands';
import type { CommandContext } from '../commands/command';
import { fitting } from '../text/match';
import type { CompletionSource } from './completion';

/** "/" at the start of a line or after a space: what can be made of the line, or put into it. */
export function slashSource(context: CommandContext, t: (key: string) => string): CompletionSource {
  const commands = commandsIn('slash');
  return {
    trigger: '/',
    labelKey: 'commands.slash',
    items: (query) =>
      fitting(query, commands, ({ labelKey, wordsKey }) => [
        t(labelKey),
        wordsKey === undefined ? '' : t(wordsKey),
      ]).map(({ id, icon, labelKey, typed }) => ({
        id,
        icon,
        label: t(labelKey),
        ...(typed !== undefined && { detail: typed }),
      })),
    choose: ({ id }, { index, length }) => {
      const { quill } = context.editor;
      quill.deleteText(index, length, 'user');
      quill.setSelection(index, 0, 'user');
      commands.find((command) => command.id === id)?.run(context);
      quill.history.cutoff();
    },
  };
}
