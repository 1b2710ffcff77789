export const IS_MAC = /Mac|iPhone|iPad/.test(navigator.platform);

interface Keys {
  readonly key: string;
  readonly mod: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
}

function parsed(shortcut: string): Keys {
  const parts = shortcut.split('+');
  return {
    key: (parts.at(-1) ?? '').toLowerCase(),
    mod: parts.includes('Mod'),
    shift: parts.includes('Shift'),
    alt: parts.includes('Alt'),
  };
}

/** The key as it is printed on the keyboard: Shift and Alt turn digits and letters into others. */
function keyOf(event: KeyboardEvent): string {
  const plain = /^(?:Key|Digit)(.)$/.exec(event.code)?.[1];
  const isOther = event.shiftKey || event.altKey;
  return (isOther ? (plain ?? event.key) : event.key).toLowerCase();
}

export function matches(shortcut: string, event: KeyboardEvent): boolean {
  const { key, mod, shift, alt } = parsed(shortcut);
  const pressed = IS_MAC ? event.metaKey : event.ctrlKey;
  const other = IS_MAC ? event.ctrlKey : event.metaKey;
  return (
    pressed === mod &&
    !other &&
    event.shiftKey === shift &&
    event.altKey === alt &&
    (keyOf(event) === key || event.key.toLowerCase() === key)
  );
}

const MAC_SIGNS: Readonly<Record<string, string>> = { Mod: '⌘', Shift: '⇧', Alt: '⌥' };

/** As a person reads it: `Ctrl+B`, or `⌘B` on a Mac. */
export function readable(shortcut: string): string {
  const parts = shortcut.split('+');
  if (IS_MAC) return parts.map((part) => MAC_SIGNS[part] ?? part).join('');
  return parts.map((part) => (part === 'Mod' ? 'Ctrl' : part)).join('+');
}

/** As `aria-keyshortcuts` has it. */
export function spoken(shortcut: string): string {
  return shortcut.replace('Mod', IS_MAC ? 'Meta' : 'Control');
}
