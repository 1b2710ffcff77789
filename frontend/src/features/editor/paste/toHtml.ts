import type Delta from 'quill-delta';
import { TABLE, type TableContent } from '../../../lib/ot/table/tableContent';
import { cellHtml } from '../table/tableHtml';
import { isColor } from '../formats/colors';
import { safeLink } from '../formats/safeLink';

type Attributes = Readonly<Record<string, unknown>>;

export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** How an embed is written for other programs; those that are not here are left out. */
const EMBEDS: Readonly<Record<string, (value: unknown) => string>> = {
  divider: () => '<hr>',
  [TABLE]: (value) => cellHtml(value as TableContent),
  mention: (value) => escaped(`@${(value as { name?: string }).name ?? ''}`),
};

/**
 * Contents as HTML for the clipboard, every text and address escaped. Quill's own way does not escape all
 * (CVE-2025-15056).
 */
export function toHtml(contents: Delta): string {
  const html: string[] = [];
  const lists: string[] = [];
  let code = false;
  const closing = (): string => (code ? '</pre>' : '');
  const toDepth = (depth: number, tag = 'ul'): void => {
    while (lists.length > depth) html.push(`</${lists.pop() ?? ''}>`);
    while (lists.length < depth) {
      lists.push(tag);
      html.push(`<${tag}>`);
    }
  };
  contents.eachLine((line, attributes) => {
    const inner = line.ops
      .map(({ insert, attributes: formats }) => inline(insert, formats))
      .join('');
    const isCode = attributes['code-block'] !== undefined;
    if (code && !isCode) html.push('</pre>');
    const list = attributes['list'];
    if (typeof list === 'string') {
      const tag = list === 'ordered' ? 'ol' : 'ul';
      const depth = 1 + (typeof attributes['indent'] === 'number' ? attributes['indent'] : 0);
      if (lists.length === depth && lists.at(-1) !== tag) toDepth(depth - 1);
      toDepth(depth, tag);
      html.push(`<li data-list="${escaped(list)}">${inner}</li>`);
    } else {
      toDepth(0);
      if (isCode) {
        html.push(code ? '\n' : '<pre>', inner);
      } else if (/^<(?:hr|table)>/.test(inner)) {
        html.push(inner);
      } else {
        const tag = blockTag(attributes);
        html.push(`<${tag}${blockStyle(attributes)}>${inner || '<br>'}</${tag}>`);
      }
    }
    code = isCode;
  });
  toDepth(0);
  html.push(closing());
  return html.join('');
}

function blockTag({ header, blockquote }: Attributes): string {
  if (typeof header === 'number') return `h${String(header)}`;
  return blockquote === true ? 'blockquote' : 'p';
}

function blockStyle({ align }: Attributes): string {
  return typeof align === 'string' ? ` style="text-align: ${escaped(align)}"` : '';
}

const TAGS = [
  ['bold', 'strong'],
  ['italic', 'em'],
  ['underline', 'u'],
  ['strike', 's'],
  ['code', 'code'],
] as const;

function inline(insert: unknown, attributes: Attributes = {}): string {
  if (typeof insert !== 'string') {
    const [name, value] = Object.entries(insert as Record<string, unknown>)[0] ?? [];
    return EMBEDS[name ?? '']?.(value) ?? '';
  }
  let html = escaped(insert);
  for (const [format, tag] of TAGS) {
    if (attributes[format] === true) html = `<${tag}>${html}</${tag}>`;
  }
  if (attributes['script'] === 'sub') html = `<sub>${html}</sub>`;
  if (attributes['script'] === 'super') html = `<sup>${html}</sup>`;
  const { color, background, link } = attributes;
  if (isColor(color)) html = `<span data-color="${color}" style="color: ${color}">${html}</span>`;
  if (isColor(background)) {
    html = `<span data-background="${background}" style="background-color: ${background}">${html}</span>`;
  }
  const address = typeof link === 'string' ? safeLink(link) : undefined;
  return address === undefined ? html : `<a href="${escaped(address)}">${html}</a>`;
}
