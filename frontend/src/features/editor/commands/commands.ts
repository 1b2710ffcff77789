import { COLOR_COMMANDS } from './colorCommands';
import type { Command, Place } from './command';
import { ALIGN_COMMANDS, INLINE_COMMANDS, LIST_COMMANDS, STYLE_COMMANDS } from './formatCommands';
import { INSERT_COMMANDS } from './insertCommands';
import { CLEAR_COMMANDS, HISTORY_COMMANDS, VIEW_COMMANDS } from './pageCommands';

/** Everything that a writer can do, in the order in which it is shown. */
export const COMMANDS: readonly Command[] = [
  ...HISTORY_COMMANDS,
  ...STYLE_COMMANDS,
  ...INLINE_COMMANDS,
  ...COLOR_COMMANDS,
  ...LIST_COMMANDS,
  ...ALIGN_COMMANDS,
  ...INSERT_COMMANDS,
  ...CLEAR_COMMANDS,
  ...VIEW_COMMANDS,
];

export function commandsIn(place: Place): readonly Command[] {
  return COMMANDS.filter(({ places }) => places.includes(place));
}
