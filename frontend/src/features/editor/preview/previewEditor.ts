import Quill from 'quill/core.js';
import Delta from 'quill-delta';
import type { Range } from '../../../lib/sync/messages';
import { FORMATS, registerFormats } from '../formats/quillFormats';
import { provideImages } from '../images/documentImages';
import { ImageBlot } from '../images/imageBlot';
import type { ImageStore } from '../images/imageStore';
import { linearContents } from '../linearContents';
import { TableBlot } from '../table/tableBlot';
import { HistoryMark } from './historyMark';

registerFormats();
Quill.register('formats/history-mark', HistoryMark, true);

const MARKS = '.history-mark';

/** Shows a document as it was. Nothing can be changed in it; text in it can be selected. */
export class PreviewEditor {
  readonly #quill: Quill;
  readonly #listeners = new Set<() => void>();
  #current = -1;
  #differences = 0;

  constructor(host: HTMLElement, images: ImageStore) {
    this.#quill = new Quill(host, {
      formats: [...FORMATS, HistoryMark.blotName],
      readOnly: true,
      modules: { toolbar: false, history: false, uploader: false, clipboard: {} },
    });
    linearContents(this.#quill);
    const { root } = this.#quill;
    root.tabIndex = 0;
    provideImages(root, images);
    root.addEventListener('click', this.#choose);
    this.#quill.on('selection-change', this.#tell);
  }

  destroy(): void {
    this.#quill.container.replaceChildren();
  }

  show(contents: Delta): void {
    this.#quill.setContents(contents, 'silent');
    this.#current = -1;
    this.#differences = this.#groups().length;
    this.#tell();
  }

  patch(delta: Delta): void {
    this.#quill.updateContents(delta, 'silent');
  }

  /** What is selected; undefined where nothing is. */
  selection(): Range | undefined {
    const range = this.#quill.getSelection();
    return range === null || range.length === 0 ? undefined : range;
  }

  selectedText(): string {
    const range = this.selection();
    return range === undefined ? '' : this.#quill.getText(range.index, range.length);
  }

  /** How many pictures and tables are selected. */
  selectedEmbeds(): { readonly pictures: number; readonly tables: number } {
    const range = this.selection();
    const ops = range === undefined ? [] : this.#quill.getContents(range.index, range.length).ops;
    const having = (type: string): number =>
      ops.filter(({ insert }) => typeof insert === 'object' && Object.hasOwn(insert, type)).length;
    return { pictures: having(ImageBlot.blotName), tables: having(TableBlot.blotName) };
  }

  /** A picture or a table is chosen as one. */
  #choose = ({ target }: MouseEvent): void => {
    const element = target instanceof Element ? target.closest('img, .ql-table') : null;
    const blot = element === null ? null : Quill.find(element);
    if (!(blot instanceof ImageBlot || blot instanceof TableBlot)) return;
    this.#quill.setSelection(this.#quill.getIndex(blot), 1, 'user');
  };

  /** How many passages are marked; neighbours count as one. */
  get differences(): number {
    return this.#differences;
  }

  /** Tells when something else is shown or selected. */
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #tell = (): void => {
    for (const listener of this.#listeners) listener();
  };

  /** Shows the next marked passage, or the one before, and gives its number from 1. */
  goTo(by: 1 | -1): number {
    const groups = this.#groups();
    if (groups.length === 0) return 0;
    for (const element of groups[this.#current] ?? []) element.removeAttribute('data-current');
    const start = this.#current === -1 && by === -1 ? 0 : this.#current;
    this.#current = (start + by + groups.length) % groups.length;
    const group = groups[this.#current] ?? [];
    for (const element of group) element.setAttribute('data-current', '');
    group[0]?.scrollIntoView({ block: 'center' });
    return this.#current + 1;
  }

  #groups(): readonly (readonly Element[])[] {
    const groups: Element[][] = [];
    let last: Element | undefined;
    for (const element of this.#quill.root.querySelectorAll(MARKS)) {
      if (last?.nextSibling === element) groups.at(-1)?.push(element);
      else groups.push([element]);
      last = element;
    }
    return groups;
  }
}
