import { HIGHLIGHTS, TEXT_COLORS, type PaletteColor } from '../formats/palette';
import type { Command } from './command';

function colorCommand(
  group: 'color' | 'highlight',
  { name, value }: PaletteColor | { readonly name: 'none'; readonly value: undefined },
): Command {
  const format = group === 'color' ? 'color' : 'background';
  return {
    id: `${group}-${name}`,
    group,
    icon: group,
    labelKey: `colors.${group}.${name}`,
    places: ['toolbar'],
    ...(value !== undefined && { swatch: value }),
    isActive: (formats) => formats[format] === value,
    run: ({ editor }) => {
      editor.format(format, value ?? false);
    },
  };
}

const NONE = { name: 'none', value: undefined } as const;

export const COLOR_COMMANDS: readonly Command[] = [
  ...[NONE, ...TEXT_COLORS].map((color) => colorCommand('color', color)),
  ...[NONE, ...HIGHLIGHTS].map((color) => colorCommand('highlight', color)),
];
