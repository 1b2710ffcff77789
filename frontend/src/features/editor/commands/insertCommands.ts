import { TABLE } from '../../../lib/ot/table/tableContent';
import { newTable } from '../../../lib/ot/table/tableEdits';
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
    applies: ({ editor }) =>
      typeof editor.formats['link'] === 'string' || (editor.active.getSelection()?.length ?? 0) > 0,
    run: ({ ui }) => {
      ui.open('link');
    },
  },
  {
    id: 'image',
    group: 'insert',
    icon: 'image',
    labelKey: 'image.insert',
    wordsKey: 'image.words',
    places: ['toolbar', 'slash'],
    run: ({ ui }) => {
      ui.open('image');
    },
  },
  {
    id: 'mention',
    group: 'insert',
    icon: 'mention',
    labelKey: 'mention.insert',
    wordsKey: 'mention.words',
    places: ['slash'],
    typed: '@',
    run: ({ editor }) => {
      editor.typeTrigger('@');
    },
  },
  {
    id: 'table',
    group: 'insert',
    icon: 'table',
    labelKey: 'table.insert',
    wordsKey: 'table.words',
    places: ['toolbar', 'slash'],
    run: ({ editor }) => {
      editor.insertBlock(TABLE, newTable(3, 3));
      editor.enterTable();
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
  {
    id: 'emoji',
    group: 'insert',
    icon: 'emoji',
    labelKey: 'commands.emoji',
    wordsKey: 'commands.emojiWords',
    places: ['toolbar', 'slash'],
    typed: ':smile',
    run: ({ ui }) => {
      ui.open('emoji');
    },
  },
];
