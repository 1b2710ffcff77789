import { safeLink } from '../formats/safeLink';
import { wordLists } from './wordLists';

const DROPPED =
  'script, style, meta, link, title, base, noscript, template, iframe, frame, object, embed, applet, ' +
  'svg, math, canvas, video, audio, source, track, select, textarea, dialog, map, [hidden]';

/** Attributes that say something about the text, by the element that may have them. */
const KEPT: Readonly<Record<string, readonly string[]>> = {
  A: ['href'],
  IMG: ['src', 'alt', 'width', 'height'],
  LI: ['data-list'],
  OL: ['data-checked'],
  UL: ['data-checked'],
  PRE: ['data-language'],
  DIV: ['data-language'],
  TD: ['colspan', 'rowspan'],
  TH: ['colspan', 'rowspan'],
};
const KEPT_ANYWHERE = ['data-color', 'data-background'];
const KEPT_CLASS =
  /^ql-(?:indent-[1-8]|align-(?:center|right|justify)|direction-rtl|code-block(?:-container)?)$/;

/**
 * Makes of anything that another program has put on the clipboard what this editor knows: headings, lists,
 * links, emphasis, quotes, code and alignment stay, all else goes. The document is one that was parsed, never
 * one that is shown, so that nothing in it runs or is fetched.
 */
export function cleanHtml(page: Document): void {
  wordLists(page);
  removeComments(page);
  for (const element of page.querySelectorAll(DROPPED)) element.remove();
  for (const element of page.querySelectorAll('input')) taskBox(element);
  for (const element of page.body.querySelectorAll<HTMLElement>('*')) cleanElement(element);
}

function removeComments(page: Document): void {
  const walker = page.createTreeWalker(page, NodeFilter.SHOW_COMMENT);
  const comments: Node[] = [];
  while (walker.nextNode()) comments.push(walker.currentNode);
  for (const comment of comments) comment.parentNode?.removeChild(comment);
}

/** A box at the start of an item makes it a task. */
function taskBox(input: HTMLInputElement): void {
  if (input.type === 'checkbox') {
    const isChecked = input.hasAttribute('checked');
    input.closest('li')?.setAttribute('data-list', isChecked ? 'checked' : 'unchecked');
  }
  input.remove();
}

function cleanElement(element: HTMLElement): void {
  const { style, tagName } = element;
  if (/^none$/i.test(style.display)) {
    element.remove();
    return;
  }
  // Word's paragraphs end in an element of its own, and empty ones hold a space in it.
  if (tagName.includes(':') && element.textContent.trim() === '') {
    element.remove();
    return;
  }
  if (tagName.includes(':') || isPlainBold(element) || (tagName === 'CODE' && inPre(element))) {
    unwrap(element);
    return;
  }
  if (tagName === 'BR' && isBetweenBlocks(element)) {
    element.remove();
    return;
  }
  readMeaning(element);
  const emphasis = emphasisOf(style);
  for (const { name } of [...element.attributes]) {
    if (!isKept(element, name)) element.removeAttribute(name);
  }
  Object.assign(element.style, emphasis);
  if (tagName === 'A') cleanLink(element);
}

/** What other programs say by attributes of their own. */
function readMeaning(element: HTMLElement): void {
  const { tagName } = element;
  if (tagName === 'LI' && element.getAttribute('role') === 'checkbox') {
    const isChecked = element.getAttribute('aria-checked') === 'true';
    element.setAttribute('data-list', isChecked ? 'checked' : 'unchecked');
  }
  if (tagName === 'PRE') {
    const marked = `${element.className} ${element.firstElementChild?.className ?? ''}`;
    const language = /\b(?:lang|language)-([\w+#.-]{1,40})/.exec(marked)?.[1];
    if (language !== undefined) element.setAttribute('data-language', language);
  }
  const align = element.style.textAlign || (element.getAttribute('align') ?? '');
  const kept = [...element.classList].filter((name) => KEPT_CLASS.test(name));
  if (/^(?:center|right|justify)$/.test(align)) kept.push(`ql-align-${align}`);
  if (kept.length > 0) element.className = [...new Set(kept)].join(' ');
  else element.removeAttribute('class');
}

function emphasisOf(style: CSSStyleDeclaration): Partial<CSSStyleDeclaration> {
  const line = `${style.textDecoration} ${style.textDecorationLine}`;
  const isBold = style.fontWeight.startsWith('bold') || Number(style.fontWeight) >= 600;
  return {
    ...(isBold && { fontWeight: 'bold' }),
    ...(style.fontStyle === 'italic' && { fontStyle: 'italic' }),
    ...(line.includes('underline') && { textDecoration: 'underline' }),
    ...(line.includes('line-through') && { textDecoration: 'line-through' }),
  };
}

function isKept(element: HTMLElement, name: string): boolean {
  if (name === 'class') return element.className !== '';
  return KEPT_ANYWHERE.includes(name) || (KEPT[element.tagName] ?? []).includes(name);
}

function cleanLink(link: HTMLElement): void {
  const address = safeLink(link.getAttribute('href') ?? '');
  // Without a scheme it was relative to a page that is not this one.
  const isWhole = /^\s*(?:https?|mailto):/i.test(link.getAttribute('href') ?? '');
  if (address === undefined || !isWhole) {
    unwrap(link);
    return;
  }
  link.setAttribute('href', address);
  // Links are underlined as it is.
  for (const part of [link, ...link.querySelectorAll<HTMLElement>('*')]) {
    part.style.textDecoration = '';
  }
  for (const part of link.querySelectorAll('u')) unwrap(part);
}

/** Google Docs wraps everything into a `b` that is not bold. */
function isPlainBold({ tagName, style }: HTMLElement): boolean {
  return tagName === 'B' && /^(?:normal|400)$/.test(style.fontWeight);
}

function inPre(element: Element): boolean {
  return element.closest('pre') !== null;
}

const BLOCKS = /^(?:P|OL|UL|H[1-6]|DIV|TABLE|BLOCKQUOTE|PRE|HR)$/;

function isBetweenBlocks({ previousElementSibling: before, nextElementSibling: after }: Element) {
  return (
    before !== null && after !== null && BLOCKS.test(before.tagName) && BLOCKS.test(after.tagName)
  );
}

function unwrap(element: Element): void {
  element.replaceWith(...element.childNodes);
}
