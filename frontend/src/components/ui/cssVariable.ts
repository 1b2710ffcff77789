import type { CSSProperties } from 'react';

/** A style that sets one custom property. */
export function cssVariable(name: `--${string}`, value: string): CSSProperties {
  return { [name]: value };
}
