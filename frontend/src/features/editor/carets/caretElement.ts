import { readableOn } from '../../../components/ui/readableOn';
import type { Participant } from '../../../lib/sync/messages';
import type { Box } from '../boxes';
import classes from './carets.module.css';

const FLAG_MS = 3_000;
/** Farther than that a caret jumps: a long glide would cross text that it has nothing to do with. */
const LONGEST_GLIDE_PX = 200;
const NARROWEST_SELECTION_PX = 4;
/** So close to the top the flag hangs below its caret. */
const TOP_PX = 20;

export interface Placing {
  readonly boxes: readonly Box[];
  /** The owner has moved it, rather than somebody's edit shifted it. */
  readonly moved: boolean;
  readonly isSelection: boolean;
  readonly isIdle: boolean;
  readonly layerWidth: number;
}

/** One remote caret with its name and its selection, as elements that are reused as long as it lives. */
export class CaretElement {
  readonly #layer: HTMLElement;
  readonly #root = document.createElement('span');
  readonly #bar = document.createElement('i');
  readonly #flag = document.createElement('b');
  readonly #selection: HTMLElement[] = [];
  readonly #color: string;
  #flagWidth: number | undefined;
  #shownAt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #left = 0;
  #top = 0;

  constructor(layer: HTMLElement, { clientId, color, displayName }: Participant) {
    this.#layer = layer;
    this.#color = color;
    this.#root.className = classes['caret'] ?? '';
    this.#root.dataset['remoteCaret'] = clientId;
    this.#bar.style.backgroundColor = color;
    this.#flag.textContent = displayName;
    this.#flag.style.backgroundColor = color;
    this.#flag.style.color = readableOn(color);
    this.#root.append(this.#bar, this.#flag);
    this.#root.hidden = true;
    layer.append(this.#root);
  }

  /** Reads: to be called before anything is written in a frame. */
  measure(): void {
    if (!this.#root.hidden) this.#flagWidth ??= this.#flag.offsetWidth;
  }

  /** Whether it has been measured; until then its flag may stand out at the right. */
  get isMeasured(): boolean {
    return this.#flagWidth !== undefined;
  }

  hide(): void {
    if (this.#root.hidden) return;
    this.#root.hidden = true;
    this.#trim(0);
  }

  place({ boxes, isIdle, isSelection, layerWidth, moved }: Placing): void {
    const end = boxes.at(-1);
    if (end === undefined) {
      this.hide();
      return;
    }
    const left = end.left + end.width;
    const { height, top } = end;
    const glides =
      moved &&
      !this.#root.hidden &&
      Math.abs(top - this.#top) < 1 &&
      Math.abs(left - this.#left) <= LONGEST_GLIDE_PX;
    this.#root.toggleAttribute('data-glides', glides);
    this.#root.toggleAttribute('data-idle', isIdle);
    this.#root.toggleAttribute('data-below', top < TOP_PX);
    this.#root.toggleAttribute('data-flipped', left + (this.#flagWidth ?? 0) > layerWidth);
    this.#root.style.transform = `translate(${String(left)}px, ${String(top)}px)`;
    this.#root.style.setProperty('--height', `${String(height)}px`);
    this.#left = left;
    this.#top = top;
    this.#root.hidden = false;
    if (moved) this.#showFlag();
    this.#select(isSelection ? boxes : []);
  }

  remove(): void {
    clearTimeout(this.#timer);
    this.#root.remove();
    this.#trim(0);
  }

  #showFlag(): void {
    this.#shownAt = performance.now();
    this.#root.toggleAttribute('data-named', true);
    this.#timer ??= setTimeout(this.#hideFlag, FLAG_MS);
  }

  /** One timer, however often the caret moves. */
  #hideFlag = (): void => {
    const left = this.#shownAt + FLAG_MS - performance.now();
    this.#timer = left > 1 ? setTimeout(this.#hideFlag, left) : undefined;
    if (this.#timer === undefined) this.#root.removeAttribute('data-named');
  };

  #select(boxes: readonly Box[]): void {
    this.#trim(boxes.length);
    boxes.forEach(({ left, top, width, height }, at) => {
      const { style } = (this.#selection[at] ??= this.#newRow());
      style.transform = `translate(${String(left)}px, ${String(top)}px)`;
      style.width = `${String(Math.max(NARROWEST_SELECTION_PX, width))}px`;
      style.height = `${String(height)}px`;
    });
  }

  #newRow(): HTMLElement {
    const row = document.createElement('span');
    row.className = classes['selection'] ?? '';
    row.style.backgroundColor = this.#color;
    this.#layer.append(row);
    return row;
  }

  #trim(rows: number): void {
    for (const row of this.#selection.splice(rows)) row.remove();
  }
}
