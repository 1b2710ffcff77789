import { Glyph } from '../../../components/ui/Glyph';

/** Drawn on 24 × 24, as strokes. */
const PATHS = {
  history: 'M4 5v4h4M4.5 9a8 8 0 1 1-.5 3M12 8v4.500l3 2',
  undo: 'M8.5 5L4 9.5 8.5 14M4 9.5h10a5 5 0 0 1 0 10h-4',
  redo: 'M15.5 5L20 9.5 15.5 14M20 9.5H10a5 5 0 0 0 0 10h4',
  paragraph: 'M10 19V5h8M14.5 5v14M10 12.5a3.7 3.7 0 0 1 0-7.5',
  heading1: 'M4 6v12M12 6v12M4 12h8M17 10.5l2.5-1.5v9',
  heading2: 'M4 6v12M12 6v12M4 12h8M16 11c.3-2.7 4.5-2.7 4.5.2 0 2.3-4.5 3.8-4.5 6.8h4.7',
  heading3:
    'M4 6v12M12 6v12M4 12h8M16 10c.8-1.7 4.3-1.6 4.3.8 0 1.7-1.5 2.2-2.5 2.2 1 0 2.9.5 2.9 2.5 0 2.7-4 3.2-4.9 1',
  quote: 'M10 7c-3 .8-4.5 2.8-4.5 6v4H10v-5H7.5M19 7c-3 .8-4.5 2.8-4.5 6v4H19v-5h-2.5',
  codeBlock: 'M4 5h16v14H4zM10 9.5L7.5 12l2.5 2.5M14 9.5l2.5 2.5-2.5 2.5',
  bold: 'M7 5h6a3.5 3.5 0 0 1 0 7H7zM7 12h7a3.5 3.5 0 0 1 0 7H7z',
  italic: 'M10 5h7M7 19h7M14 5l-4 14',
  underline: 'M7 4.5v6.5a5 5 0 0 0 10 0V4.5M5.5 20h13',
  strike:
    'M4.5 12h15M17 7.5C16.5 5.5 14.6 4.5 12 4.5c-3 0-5 1.4-5 3.7 0 1.6 1 2.8 3 3.8M7 16.3c.5 2 2.4 3.2 5 3.2 3.2 0 5.2-1.4 5.2-3.9 0-1-.3-1.9-1-2.6',
  code: 'M8.5 7L3.5 12l5 5M15.5 7l5 5-5 5',
  superscript: 'M4 8l8 10M12 8L4 18M16 5.5c.3-2 3.5-2 3.5.2 0 1.5-3.5 2.6-3.5 4.3h3.7',
  subscript: 'M4 6l8 10M12 6L4 16M16 15.5c.3-2 3.5-2 3.5.2 0 1.5-3.5 2.6-3.5 4.3h3.7',
  color: 'M6.5 16L12 4l5.5 12M8.5 12h7',
  highlight: 'M9 14l-2.5 4h5l1.5-2M9 14l7.5-9 3.5 3-7.5 8.5zM4 21h16',
  bullet: 'M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01',
  ordered:
    'M10 6h10M10 12h10M10 18h10M4 4.5l1.5-.5v4.5M3.8 15.5c0-2.2 3-2 2.7-.2-.1.8-2.7 2.2-2.7 3.2h3',
  task: 'M4 5h6v6H4zM13.5 8H20M4.5 17l2 2L10 15M13.5 17H20',
  indent: 'M4 5h16M11 10h9M11 14h9M4 19h16M4 9.5L7 12l-3 2.5',
  outdent: 'M4 5h16M11 10h9M11 14h9M4 19h16M7 9.5L4 12l3 2.5',
  alignLeft: 'M4 5h16M4 10h10M4 14h16M4 19h10',
  alignCenter: 'M4 5h16M7 10h10M4 14h16M7 19h10',
  alignRight: 'M4 5h16M10 10h10M4 14h16M10 19h10',
  alignJustify: 'M4 5h16M4 10h16M4 14h16M4 19h16',
  link: 'M10 13.5a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.7-5.7l-1.3 1.3M14 10.5a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.7 5.7l1.3-1.3',
  image: 'M4 5h16v14H4zM4 16l4.5-5 4 4.5 3-3L20 17M15.5 9h.01',
  mention:
    'M15.5 12a3.5 3.5 0 1 1-7 0 3.5 3.5 0 0 1 7 0zM15.5 8.5V13c0 3 4.5 3 4.5-1a8 8 0 1 0-3.5 6.6',
  table: 'M4 5h16v14H4zM4 10h16M4 14.5h16M10 5v14M15 5v14',
  divider: 'M4 12h16M7 6h10M7 18h10',
  emoji:
    'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM8.5 10h.01M15.5 10h.01M8 14.5c2 2.7 6 2.7 8 0',
  clear: 'M6 5h13M12.5 5l-2 7M9.5 15.5L8.5 19M14 14l6 6M20 14l-6 6',
  find: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5L20.5 20.5',
  outline: 'M4 6h16M8 12h12M12 18h8M4 12h.01M4 18h.01',
  info: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 11v5.5M12 7.6v.01',
  print: 'M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z',
  palette: 'M4 6h16M4 12h10M4 18h7M17 15l4 3-4 3z',
  keyboard: 'M3 6h18v12H3zM7 10h.01M11 10h.01M15 10h.01M8 14h8',
  more: 'M6 12h.01M12 12h.01M18 12h.01',
} as const;

export type CommandIconName = keyof typeof PATHS;

/** Decoration inside a button that has a label of its own. */
export function CommandIcon({ name, size = 18 }: { name: CommandIconName; size?: number }) {
  return <Glyph path={PATHS[name]} size={size} />;
}
