export interface PaletteColor {
  /** Key of its name. */
  readonly name: string;
  readonly value: string;
}

/** Text colours. The page makes each of them readable on its theme. */
export const TEXT_COLORS: readonly PaletteColor[] = [
  { name: 'gray', value: '#6b7280' },
  { name: 'brown', value: '#8a5a2b' },
  { name: 'red', value: '#b42318' },
  { name: 'orange', value: '#b54708' },
  { name: 'yellow', value: '#8a6a00' },
  { name: 'green', value: '#1b7a43' },
  { name: 'teal', value: '#0f766e' },
  { name: 'blue', value: '#1d5fc4' },
  { name: 'purple', value: '#7436c4' },
  { name: 'pink', value: '#b0247a' },
];

/** Highlights, behind text of the page's own ink. */
export const HIGHLIGHTS: readonly PaletteColor[] = [
  { name: 'gray', value: '#e5e7eb' },
  { name: 'brown', value: '#ead8c4' },
  { name: 'red', value: '#fbd0cb' },
  { name: 'orange', value: '#fcdcb6' },
  { name: 'yellow', value: '#fbf0a2' },
  { name: 'green', value: '#cdeed5' },
  { name: 'teal', value: '#c3ebe6' },
  { name: 'blue', value: '#cfe1fb' },
  { name: 'purple', value: '#e2d6fa' },
  { name: 'pink', value: '#f9d0e6' },
];
