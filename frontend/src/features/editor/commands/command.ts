import type { EditorUi } from '../editorUi';
import type { Formats, QuillEditor } from '../quillEditor';
import type { CommandIconName } from './CommandIcon';

/** Commands of one group stand together, in the order of this list. */
export const GROUPS = [
  'history',
  'style',
  'inline',
  'color',
  'highlight',
  'list',
  'align',
  'insert',
  'clear',
  'view',
] as const;
export type CommandGroup = (typeof GROUPS)[number];

/** Where a command is offered. The palette and the shortcut sheet offer all. */
export type Place = 'toolbar' | 'slash';

export interface CommandContext {
  readonly editor: QuillEditor;
  readonly ui: EditorUi;
}

/**
 * Something that a writer can do. The toolbar, the "/" menu, the palette and the shortcut sheet are all made
 * from the one list of these, so that a new one is everywhere at once.
 */
export interface Command {
  readonly id: string;
  readonly group: CommandGroup;
  readonly icon: CommandIconName;
  /** Key of its name. */
  readonly labelKey: string;
  /** Key of more words that find it, separated by spaces. */
  readonly wordsKey?: string;
  readonly places: readonly Place[];
  /** As `Mod+Shift+7`, where Mod is Command on a Mac and Control elsewhere. */
  readonly shortcut?: string;
  /** Typed characters that do the same. */
  readonly typed?: string;
  /** Whether it can be used by those who may only read. */
  readonly readOnly?: boolean;
  /** A colour that it stands for. */
  readonly swatch?: string;
  /** Whether it is in force at the caret; only commands that can be in force have this. */
  readonly isActive?: (formats: Formats) => boolean;
  /** Whether its shortcut means it just now; where two commands share one, the first that applies is meant. */
  readonly applies?: (context: CommandContext) => boolean;
  readonly run: (context: CommandContext) => void;
}
