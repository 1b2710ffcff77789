import i18next from 'i18next';
import { EmbedBlot } from 'parchment';
import { imagesOf } from './documentImages';

const STORED = /^images\/([0-9a-f-]{36})$/;
const DATA = /^data:image\/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=]*$/;
/** In the place of a picture that was taken out of the history. */
const TAKEN_OUT = 'redacted';
const SIZES = ['width', 'height'];
const WHOLE = /^\d+$/;

/**
 * A picture within a line. Its value is an address within the document's own store; what the page shows is
 * fetched with the reader's token, since an address alone proves no right.
 */
export class ImageBlot extends EmbedBlot {
  static override blotName = 'image';
  static override tagName = 'IMG';

  declare domNode: HTMLImageElement;

  static override create(value: unknown): HTMLElement {
    const node = super.create(value) as HTMLElement;
    if (
      typeof value === 'string' &&
      (STORED.test(value) || DATA.test(value) || value === TAKEN_OUT)
    ) {
      node.dataset['image'] = value;
    }
    node.setAttribute('draggable', 'false');
    return node;
  }

  /** A pasted picture is ours or nobody's: what is elsewhere is not fetched. */
  static override value(node: HTMLElement): string | undefined {
    return node.dataset['image'];
  }

  static override formats(node: HTMLElement): Record<string, unknown> {
    const formats: Record<string, unknown> = {};
    for (const name of ['alt', ...SIZES]) {
      const value = node.getAttribute(name);
      if (value === null) continue;
      formats[name] = SIZES.includes(name) && WHOLE.test(value) ? Number(value) : value;
    }
    return formats;
  }

  override attach(): void {
    super.attach();
    if (this.domNode.dataset['state'] === undefined) this.#show();
  }

  override format(name: string, value: unknown): void {
    if (name !== 'alt' && !SIZES.includes(name)) {
      super.format(name, value);
    } else if (typeof value === 'string' || typeof value === 'number') {
      this.domNode.setAttribute(name, String(value));
    } else {
      this.domNode.removeAttribute(name);
    }
  }

  /** For the clipboard: without the address in memory, which is nobody else's. */
  html(): string {
    const copy = this.domNode.cloneNode() as HTMLElement;
    copy.removeAttribute('src');
    copy.removeAttribute('data-state');
    return copy.outerHTML;
  }

  /** Shows it, or tries again. */
  show(): void {
    this.#show();
  }

  #show(): void {
    const node = this.domNode;
    const value = node.dataset['image'] ?? '';
    if (value === TAKEN_OUT) {
      node.dataset['state'] = 'taken-out';
      node.title = i18next.t('image.takenOut');
      return;
    }
    const id = STORED.exec(value)?.[1];
    if (id === undefined) {
      node.dataset['state'] = DATA.test(value) ? 'shown' : 'failed';
      if (DATA.test(value)) node.src = value;
      return;
    }
    node.dataset['state'] = 'loading';
    void imagesOf(this.scroll.domNode)
      .then((images) => images.url(id))
      .then(
        (url) => {
          node.src = url;
          node.dataset['state'] = 'shown';
        },
        () => {
          node.dataset['state'] = 'failed';
        },
      );
  }
}
