const DARK = '#1b1f1d';
const LIGHT = '#ffffff';

/** Black or white, whichever is easier to read on the colour (`#rrggbb`), by relative luminance. */
export function readableOn(color: string): string {
  const match = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(color);
  if (match === null) return DARK;
  const [red = 0, green = 0, blue = 0] = match
    .slice(1)
    .map((hex) => linear(parseInt(hex, 16) / 255));
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return 1.05 / (luminance + 0.05) >= (luminance + 0.05) / 0.0632 ? LIGHT : DARK;
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}
