import { Parchment } from 'quill/core.js';

const COLOR = /^(#[0-9a-fA-F]{3}([0-9a-fA-F]{3})?|rgb\([0-9, ]{5,13}\)|[a-z]{3,20})$/;
const HEX = /^#[0-9a-f]{6}$/;

/** `#abc`, `#AABBCC` or `rgb(1, 2, 3)` as `#rrggbb`; undefined where it is no colour, or see-through. */
export function hexColor(css: string): string | undefined {
  const text = css.trim().toLowerCase();
  if (HEX.test(text)) return text;
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/.exec(text);
  if (short !== null) {
    return `#${short
      .slice(1)
      .map((digit) => digit + digit)
      .join('')}`;
  }
  const parts = /^rgb\((\d{1,3}), ?(\d{1,3}), ?(\d{1,3})\)$/.exec(text)?.slice(1).map(Number);
  if (parts === undefined || parts.some((part) => part > 255)) return undefined;
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

/** Whether the server takes it as a colour. */
export function isColor(value: unknown): value is string {
  return typeof value === 'string' && COLOR.test(value);
}

/**
 * A colour kept in the document as it was chosen, and shown lighter or darker as the theme needs: the page's
 * style sheet makes a readable one of the custom property, so that no colour vanishes on a dark page.
 */
class ColorAttributor extends Parchment.Attributor {
  override canAdd(_node: HTMLElement, value: unknown): boolean {
    return isColor(value);
  }

  override add(node: HTMLElement, value: unknown): boolean {
    if (!isColor(value)) return false;
    node.style.setProperty(`--${this.attrName}`, value);
    return super.add(node, value);
  }

  override remove(node: HTMLElement): void {
    super.remove(node);
    node.style.removeProperty(`--${this.attrName}`);
    if (node.getAttribute('style') === '') node.removeAttribute('style');
  }
}

const INLINE = { scope: Parchment.Scope.INLINE };

export const TextColor = new ColorAttributor('color', 'data-color', INLINE);
export const Highlight = new ColorAttributor('background', 'data-background', INLINE);
