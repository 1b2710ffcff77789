import { toggleTask } from '../formats/taskBoxes';
import type { Formats } from '../quillEditor';
import type { Command, Place } from './command';

type Entry = Omit<Command, 'places' | 'run' | 'isActive'> & { readonly places?: readonly Place[] };

/** Switches a format of the selected text or lines on, and off again. */
function toggle(format: string, value: string | number | true, entry: Entry): Command {
  const isActive = (formats: Formats): boolean =>
    value === true ? Boolean(formats[format]) : formats[format] === value;
  return {
    places: ['toolbar', 'slash'],
    ...entry,
    isActive,
    run: ({ editor }) => {
      editor.format(format, isActive(editor.formats) ? false : value);
    },
  };
}

const HEADING_ICONS = { 1: 'heading1', 2: 'heading2', 3: 'heading3' } as const;

const heading = (level: 1 | 2 | 3): Command =>
  toggle('header', level, {
    id: `heading${String(level)}`,
    group: 'style',
    icon: HEADING_ICONS[level],
    labelKey: `editor.heading${String(level)}`,
    wordsKey: `commands.heading${String(level)}Words`,
    shortcut: `Mod+Alt+${String(level)}`,
    typed: `${'#'.repeat(level)} `,
  });

const LINE_STYLES = ['header', 'list', 'blockquote', 'code-block'];

export const STYLE_COMMANDS: readonly Command[] = [
  {
    id: 'paragraph',
    group: 'style',
    icon: 'paragraph',
    labelKey: 'editor.paragraph',
    wordsKey: 'commands.paragraphWords',
    places: ['toolbar', 'slash'],
    shortcut: 'Mod+Alt+0',
    isActive: (formats) => LINE_STYLES.every((style) => !formats[style]),
    run: ({ editor }) => {
      const style = LINE_STYLES.find((each) => editor.formats[each]);
      if (style !== undefined) editor.format(style, false);
    },
  },
  heading(1),
  heading(2),
  heading(3),
  toggle('blockquote', true, {
    id: 'quote',
    group: 'style',
    icon: 'quote',
    labelKey: 'editor.blockquote',
    wordsKey: 'commands.quoteWords',
    shortcut: 'Mod+Shift+9',
    typed: '> ',
  }),
  toggle('code-block', true, {
    id: 'codeBlock',
    group: 'style',
    icon: 'codeBlock',
    labelKey: 'editor.codeBlock',
    wordsKey: 'commands.codeBlockWords',
    shortcut: 'Mod+Alt+C',
    typed: '```',
  }),
];

const inline = (format: string, entry: Pick<Command, 'icon' | 'shortcut' | 'typed'>): Command =>
  toggle(format, true, {
    id: format,
    group: 'inline',
    labelKey: `editor.${format}`,
    places: ['toolbar'],
    ...entry,
  });

export const INLINE_COMMANDS: readonly Command[] = [
  inline('bold', { icon: 'bold', shortcut: 'Mod+B', typed: '**…**' }),
  inline('italic', { icon: 'italic', shortcut: 'Mod+I', typed: '*…*' }),
  inline('underline', { icon: 'underline', shortcut: 'Mod+U' }),
  inline('strike', { icon: 'strike', shortcut: 'Mod+Shift+X', typed: '~~…~~' }),
  inline('code', { icon: 'code', shortcut: 'Mod+E', typed: '`…`' }),
  toggle('script', 'super', {
    id: 'superscript',
    group: 'inline',
    icon: 'superscript',
    labelKey: 'editor.superscript',
    places: [],
    shortcut: 'Mod+.',
  }),
  toggle('script', 'sub', {
    id: 'subscript',
    group: 'inline',
    icon: 'subscript',
    labelKey: 'editor.subscript',
    places: [],
    shortcut: 'Mod+,',
  }),
];

const list = (
  value: string,
  entry: Pick<Command, 'id' | 'icon' | 'shortcut' | 'typed' | 'wordsKey'>,
): Command => toggle('list', value, { ...entry, group: 'list', labelKey: `editor.${entry.id}` });

const step = (id: 'indent' | 'outdent', by: '+1' | '-1', shortcut: string): Command => ({
  id,
  group: 'list',
  icon: id,
  labelKey: `editor.${id}`,
  places: ['toolbar'],
  shortcut,
  run: ({ editor }) => {
    editor.format('indent', by);
  },
});

export const LIST_COMMANDS: readonly Command[] = [
  list('bullet', {
    id: 'bullet',
    icon: 'bullet',
    wordsKey: 'commands.listWords',
    shortcut: 'Mod+Shift+8',
    typed: '- ',
  }),
  list('ordered', {
    id: 'ordered',
    icon: 'ordered',
    wordsKey: 'commands.listWords',
    shortcut: 'Mod+Shift+7',
    typed: '1. ',
  }),
  {
    ...list('unchecked', {
      id: 'task',
      icon: 'task',
      wordsKey: 'commands.taskWords',
      shortcut: 'Mod+Shift+6',
      typed: '[] ',
    }),
    isActive: (formats) => formats['list'] === 'unchecked' || formats['list'] === 'checked',
    run: ({ editor }) => {
      const list = editor.formats['list'];
      editor.format('list', list === 'unchecked' || list === 'checked' ? false : 'unchecked');
    },
  },
  {
    id: 'taskDone',
    group: 'list',
    icon: 'task',
    labelKey: 'editor.taskDone',
    wordsKey: 'commands.taskWords',
    places: [],
    shortcut: 'Mod+Enter',
    run: ({ editor }) => {
      if (editor.active !== editor.quill) return;
      const range = editor.quill.getSelection(true);
      toggleTask(editor.quill, range.index);
    },
  },
  step('outdent', '-1', 'Mod+['),
  step('indent', '+1', 'Mod+]'),
];

const align = (value: 'Left' | 'Center' | 'Right' | 'Justify', shortcut: string): Command => {
  const stored = value === 'Left' ? false : value.toLowerCase();
  return {
    id: `align${value}`,
    group: 'align',
    icon: `align${value}`,
    labelKey: `editor.align${value}`,
    wordsKey: 'commands.alignWords',
    places: ['toolbar'],
    shortcut,
    isActive: (formats) => (formats['align'] ?? false) === stored,
    run: ({ editor }) => {
      editor.format('align', stored);
    },
  };
};

export const ALIGN_COMMANDS: readonly Command[] = [
  align('Left', 'Mod+Shift+L'),
  align('Center', 'Mod+Shift+E'),
  align('Right', 'Mod+Shift+R'),
  align('Justify', 'Mod+Shift+J'),
];
