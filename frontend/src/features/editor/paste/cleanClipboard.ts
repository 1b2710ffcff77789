import type Quill from 'quill/core.js';
import Delta, { type Op } from 'quill-delta';
import Clipboard from 'quill/modules/clipboard.js';
import { deleteRange } from 'quill/modules/keyboard.js';
import { matches } from '../commands/shortcuts';
import { permitted } from '../formats/policy';
import { TABLE, tableText, type TableContent } from '../../../lib/ot/table/tableContent';
import { pastedTable } from '../table/tableHtml';
import { cleanHtml } from './cleanHtml';
import { toHtml } from './toHtml';

/** Contents as they are, for pasting within this editor. */
const OWN_TYPE = 'application/x-collab-delta';
const PLAIN = 'Mod+Shift+V';

/**
 * What comes from and goes to the clipboard. Foreign HTML is cleaned before it is read, and all that is pasted
 * goes by what the server allows, whoever wrote it.
 */
export class CleanClipboard extends Clipboard {
  #isPlain = false;

  constructor(quill: Quill, options: ConstructorParameters<typeof Clipboard>[1]) {
    super(quill, options);
    this.addMatcher('del', (_node, delta) => formatted(delta, 'strike'));
    this.addMatcher('mark', (_node, delta) => formatted(delta, 'background', '#fbf0a2'));
    this.addMatcher('kbd, samp, tt', (_node, delta) => formatted(delta, 'code'));
    if (isKnown(quill, TABLE)) {
      this.addMatcher('table', (node) =>
        pastedTable(node as HTMLTableElement, ({ innerHTML }) => this.convert({ html: innerHTML })),
      );
    }
    quill.root.addEventListener('keydown', (event) => {
      this.#isPlain = matches(PLAIN, event);
    });
  }

  override onCaptureCopy(event: ClipboardEvent, isCut = false): void {
    if (event.defaultPrevented) return;
    event.preventDefault();
    const range = this.quill.getSelection();
    if (range === null || range.length === 0) return;
    const contents = this.quill.getContents(range.index, range.length);
    event.clipboardData?.setData('text/plain', plainText(contents));
    event.clipboardData?.setData('text/html', toHtml(contents));
    event.clipboardData?.setData(OWN_TYPE, JSON.stringify(contents.ops));
    if (isCut && this.quill.isEnabled()) deleteRange({ range, quill: this.quill });
  }

  override onCapturePaste(event: ClipboardEvent): void {
    if (event.defaultPrevented || !this.quill.isEnabled()) return;
    const data = event.clipboardData;
    const text = data?.getData('text/plain') ?? '';
    const own = ownContents(data?.getData(OWN_TYPE) ?? '');
    const isCode = this.quill.getFormat()['code-block'] !== undefined;
    const isPlain = this.#isPlain || isCode;
    this.#isPlain = false;
    this.quill.history.cutoff();
    if (isPlain && text !== '') {
      event.preventDefault();
      this.onPaste(this.quill.getSelection(true), { text });
    } else if (own !== undefined && !isPlain) {
      event.preventDefault();
      this.#insert(own);
    } else {
      super.onCapturePaste(event);
    }
    this.quill.history.cutoff();
  }

  override convert(
    pasted: { html?: string; text?: string },
    formats: Record<string, unknown> = {},
  ): Delta {
    return this.#fitting(permitted(super.convert(pasted, formats)));
  }

  protected override normalizeHTML(page: Document): void {
    cleanHtml(page);
  }

  /** Without what this editor does not show: in a table's cell that is everything but text. */
  #fitting(contents: Delta): Delta {
    return contents.filter(isText).length === contents.ops.length
      ? contents
      : new Delta(
          contents.filter(
            (op) => isText(op) || isKnown(this.quill, Object.keys(op.insert ?? {})[0] ?? ''),
          ),
        );
  }

  #insert(pasted: Delta): void {
    const contents = this.#fitting(pasted);
    const { index, length } = this.quill.getSelection(true);
    const edit = new Delta().retain(index).delete(length).concat(contents);
    this.quill.updateContents(edit, 'user');
    this.quill.setSelection(index + contents.length(), 0, 'silent');
    this.quill.scrollSelectionIntoView();
  }
}

/** A mention as the name, a table as what is in it; a picture has no text. */
function plainText(contents: Delta): string {
  return contents.ops
    .map(({ insert }) => {
      if (typeof insert === 'string') return insert;
      const { mention, [TABLE]: table } = insert ?? {};
      if (table !== undefined) return `${tableText(table as TableContent)}\n`;
      return mention === undefined ? '' : `@${(mention as { name: string }).name}`;
    })
    .join('');
}

function isText({ insert }: Op): boolean {
  return typeof insert === 'string';
}

function isKnown(quill: Quill, blot: string): boolean {
  return quill.scroll.query(blot) !== null;
}

function formatted(delta: Delta, format: string, value: unknown = true): Delta {
  return delta.compose(new Delta().retain(delta.length(), { [format]: value }));
}

/** Another page may have written it, so it is read as carefully as anything foreign. */
function ownContents(json: string): Delta | undefined {
  if (json === '') return undefined;
  try {
    const ops: unknown = JSON.parse(json);
    return Array.isArray(ops) ? permitted(new Delta(ops as Op[])) : undefined;
  } catch {
    return undefined;
  }
}
