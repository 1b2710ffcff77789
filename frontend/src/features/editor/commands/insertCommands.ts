import type { Command } from './command';

/** What is put into the text. Images, tables and mentions belong here. */
export const INSERT_COMMANDS: readonly Command[] = [
  {
    id: 'link',
    group: 'insert',
    icon: 'link',
    labelKey: 'editor.link',
    wordsKey: 'commands.linkWords',
    places: ['toolbar', 'slash'],
    shortcut: 'Mod+K',
    isActive: (formats) => typeof formats['link'] === 'string',
    run: ({ ui }) => {
      ui.open('link');
    },
  },
  {
    id: 'divider',
    group: 'insert',
    icon: 'divider',
    labelKey: 'editor.divider',
    wordsKey: 'commands.dividerWords',
    places: ['toolbar', 'slash'],
    typed: '---',
    run: ({ editor }) => {
      editor.insertBlock('divider', true);
    },
  },
];
