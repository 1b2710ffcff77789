const COLOR_NAMES = {
  gray: 'gray',
  brown: 'brown',
  red: 'red',
  orange: 'orange',
  yellow: 'yellow',
  green: 'green',
  teal: 'teal',
  blue: 'blue',
  purple: 'purple',
  pink: 'pink',
};

type Names = typeof COLOR_NAMES;

function named(word: string): Names {
  return Object.fromEntries(
    Object.entries(COLOR_NAMES).map(([key, name]) => [key, `${word}: ${name}`]),
  ) as Names;
}

export const commandsEn = {
  slash: 'Insert',
  emoji: 'Emoji',
  emojiHint: 'Search emoji',
  codeLanguage: 'Language of the code',
  emojiWords: 'smiley face symbol',
  palette: 'All commands',
  paletteHint: 'What do you want to do?',
  nothing: 'Nothing fits',
  shortcutsWords: 'keys keyboard help',
  more: 'More formatting',
  groups: {
    history: 'Undo and redo',
    style: 'Paragraph style',
    inline: 'Text style',
    color: 'Text colour',
    highlight: 'Highlight',
    list: 'Lists',
    align: 'Alignment',
    insert: 'Insert',
    clear: 'Clear',
    view: 'View',
  },
  paragraphWords: 'normal body plain paragraph',
  heading1Words: 'heading1 h1 header title',
  heading2Words: 'heading2 h2 header section',
  heading3Words: 'heading3 h3 header subsection',
  quoteWords: 'blockquote citation',
  codeBlockWords: 'program source snippet pre',
  listWords: 'list bullets points numbers items',
  taskWords: 'todo checkbox checklist done',
  alignWords: 'align text left center right justify',
  linkWords: 'url address hyperlink web',
  dividerWords: 'line rule separator horizontal',
  outline: 'Outline',
  info: 'Document info',
  infoWords: 'words characters count statistics',
  print: 'Print',
};

export const colorsEn = {
  color: { none: 'Text colour: none', ...named('Text colour') },
  highlight: { none: 'Highlight: none', ...named('Highlight') },
};
