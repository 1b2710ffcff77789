const LEVEL = /mso-list:[^;]*\blevel(\d+)/i;
const LIST = /mso-list:[^;]*\bl(\d+)/i;
const MARKER = /mso-list:\s*ignore/i;
const NUMBERED = /^\s*(?:\d{1,3}|[a-z]{1,4})[.)]/i;

/**
 * Word writes an item of a list as a paragraph whose style names a list and a level, with the sign in front as
 * text. Whether it is numbered stands in Word's style sheet, or else shows in that sign.
 */
export function wordLists(page: Document): void {
  const sheet = [...page.querySelectorAll('style')].map(({ textContent }) => textContent).join();
  for (const paragraph of page.querySelectorAll<HTMLElement>('[style*="mso-list" i]')) {
    const style = paragraph.getAttribute('style') ?? '';
    const level = LEVEL.exec(style)?.[1];
    if (level === undefined || MARKER.test(style)) continue;
    const markers = [...paragraph.querySelectorAll('[style*="mso-list" i]')].filter((inner) =>
      MARKER.test(inner.getAttribute('style') ?? ''),
    );
    const sign = markers.map(({ textContent }) => textContent).join('');
    for (const marker of markers) marker.remove();
    const item = page.createElement('li');
    const isNumbered = isNumberedIn(sheet, LIST.exec(style)?.[1], level) ?? NUMBERED.test(sign);
    item.setAttribute('data-list', isNumbered ? 'ordered' : 'bullet');
    if (Number(level) > 1) item.className = `ql-indent-${String(Math.min(8, Number(level) - 1))}`;
    item.append(...paragraph.childNodes);
    const list = page.createElement('ol');
    list.append(item);
    paragraph.replaceWith(list);
  }
}

function isNumberedIn(sheet: string, list: string | undefined, level: string): boolean | undefined {
  const rule = new RegExp(`@list l${list ?? ''}:level${level}\\s*\\{([^}]*)\\}`, 'i').exec(
    sheet,
  )?.[1];
  if (rule === undefined) return undefined;
  return !/mso-level-number-format:\s*bullet/i.test(rule);
}
