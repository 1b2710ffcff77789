import type { CellOp } from '../../../lib/ot/table/tableContent';
import { isColor } from '../formats/colors';
import { safeLink } from '../formats/safeLink';

const TAGS = [
  ['bold', 'strong'],
  ['italic', 'em'],
  ['underline', 'u'],
  ['strike', 's'],
  ['code', 'code'],
] as const;

/** Shows a cell's text as the editor of a cell would, without one. */
export function showText(host: HTMLElement, text: readonly CellOp[]): void {
  const lines: Node[][] = [[]];
  for (const op of text) {
    const parts = String(op['insert']).split('\n');
    for (const [at, part] of parts.entries()) {
      if (at > 0) lines.push([]);
      if (part !== '') lines.at(-1)?.push(formatted(part, op));
    }
  }
  const view = document.createElement('div');
  view.className = 'cell-text';
  view.append(...lines.map(paragraph));
  host.replaceChildren(view);
}

function paragraph(nodes: readonly Node[]): HTMLElement {
  const line = document.createElement('p');
  line.append(...(nodes.length === 0 ? [document.createElement('br')] : nodes));
  return line;
}

function formatted(text: string, op: CellOp): Node {
  let node: Node = document.createTextNode(text);
  for (const [format, tag] of TAGS) {
    if (op[format] === true) node = wrapped(node, document.createElement(tag));
  }
  for (const format of ['color', 'background']) {
    const color = op[format];
    if (!isColor(color)) continue;
    const span = document.createElement('span');
    span.setAttribute(`data-${format}`, color);
    span.style.setProperty(`--${format}`, color);
    node = wrapped(node, span);
  }
  const address = op['link'];
  if (typeof address !== 'string') return node;
  const link = document.createElement('a');
  link.href = safeLink(address) ?? 'about:blank';
  link.rel = 'noopener noreferrer';
  link.target = '_blank';
  return wrapped(node, link);
}

function wrapped(node: Node, element: HTMLElement): HTMLElement {
  element.append(node);
  return element;
}
