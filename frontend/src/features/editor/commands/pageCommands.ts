import type { Command } from './command';

export const HISTORY_COMMANDS: readonly Command[] = [
  {
    id: 'undo',
    group: 'history',
    icon: 'undo',
    labelKey: 'editor.undo',
    places: ['toolbar'],
    shortcut: 'Mod+Z',
    run: ({ editor }) => {
      editor.undo();
    },
  },
  {
    id: 'redo',
    group: 'history',
    icon: 'redo',
    labelKey: 'editor.redo',
    places: ['toolbar'],
    shortcut: 'Mod+Shift+Z',
    run: ({ editor }) => {
      editor.redo();
    },
  },
];

export const CLEAR_COMMANDS: readonly Command[] = [
  {
    id: 'clear',
    group: 'clear',
    icon: 'clear',
    labelKey: 'editor.clear',
    places: ['toolbar'],
    shortcut: 'Mod+\\',
    run: ({ editor }) => {
      editor.clearFormats();
    },
  },
];

/** What changes the page around the text, not the text. */
export const VIEW_COMMANDS: readonly Command[] = [
  {
    id: 'find',
    group: 'view',
    icon: 'find',
    labelKey: 'find.title',
    wordsKey: 'find.words',
    places: [],
    shortcut: 'Mod+F',
    readOnly: true,
    run: ({ ui }) => {
      ui.open('find');
    },
  },
  {
    id: 'outline',
    group: 'view',
    icon: 'outline',
    labelKey: 'commands.outline',
    places: [],
    readOnly: true,
    run: ({ ui }) => {
      ui.toggleOutline();
    },
  },
  {
    id: 'info',
    group: 'view',
    icon: 'info',
    labelKey: 'commands.info',
    wordsKey: 'commands.infoWords',
    places: [],
    readOnly: true,
    run: ({ ui }) => {
      ui.togglePanel('info');
    },
  },
  {
    id: 'history',
    group: 'view',
    icon: 'history',
    labelKey: 'history.command',
    wordsKey: 'history.commandWords',
    places: [],
    readOnly: true,
    run: ({ ui }) => {
      ui.togglePanel('history');
    },
  },
  {
    id: 'print',
    group: 'view',
    icon: 'print',
    labelKey: 'commands.print',
    places: [],
    shortcut: 'Mod+P',
    readOnly: true,
    run: () => {
      window.print();
    },
  },
  {
    id: 'palette',
    group: 'view',
    icon: 'palette',
    labelKey: 'commands.palette',
    places: [],
    shortcut: 'Mod+K',
    readOnly: true,
    run: ({ ui }) => {
      ui.open('palette');
    },
  },
  {
    id: 'shortcuts',
    group: 'view',
    icon: 'keyboard',
    labelKey: 'info.shortcuts',
    wordsKey: 'commands.shortcutsWords',
    places: [],
    shortcut: 'Mod+/',
    readOnly: true,
    run: ({ ui }) => {
      ui.open('shortcuts');
    },
  },
];
