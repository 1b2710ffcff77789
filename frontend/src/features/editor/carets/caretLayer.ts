import type { DocumentSession } from '../../../lib/sync/documentSession';
import type { RemoteCursor } from '../../../lib/sync/presenceBoard';
import type { Box } from '../boxes';
import { CaretElement } from './caretElement';
import type { EditorPlaces, Span } from './editorPlaces';

/** What the layer needs of the editor. */
export type CaretHost = Pick<EditorPlaces, 'boxes' | 'onScreen' | 'subscribeText'>;

interface Shown {
  readonly element: CaretElement;
  moves: number;
  /** Of what was drawn last; empty where it is not on the screen. */
  key: string;
}

interface Plan {
  readonly cursor: RemoteCursor;
  readonly key: string;
  readonly boxes: readonly Box[];
}

/**
 * The others' carets and selections, laid over the text.
 *
 * However much happens, it draws once a frame: first everything is read, then everything is written, so
 * that the browser lays out once. A caret that neither moved nor was shifted costs nothing, and one that
 * is not on the screen is not measured.
 */
export class CaretLayer {
  readonly #layer: HTMLElement;
  readonly #session: Pick<DocumentSession, 'cursors' | 'subscribeCursors'>;
  readonly #host: CaretHost;
  readonly #shown = new Map<string, Shown>();
  readonly #stops: (() => void)[] = [];
  #frame = 0;
  /** Rises whenever text may have moved. */
  #layout = 0;

  constructor(
    layer: HTMLElement,
    session: Pick<DocumentSession, 'cursors' | 'subscribeCursors'>,
    host: CaretHost,
  ) {
    this.#layer = layer;
    this.#session = session;
    this.#host = host;
  }

  start(): void {
    const moved = (): void => {
      this.#layout += 1;
      this.#drawSoon();
    };
    const sizes = new ResizeObserver(moved);
    sizes.observe(this.#layer);
    document.addEventListener('scroll', this.#drawSoon, { capture: true, passive: true });
    this.#stops.push(
      this.#session.subscribeCursors(this.#drawSoon),
      this.#host.subscribeText(moved),
      () => {
        sizes.disconnect();
        document.removeEventListener('scroll', this.#drawSoon, { capture: true });
        cancelAnimationFrame(this.#frame);
      },
    );
    this.#drawSoon();
  }

  stop(): void {
    for (const stop of this.#stops) stop();
    for (const { element } of this.#shown.values()) element.remove();
    this.#shown.clear();
  }

  #drawSoon = (): void => {
    if (this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#draw();
    });
  };

  #draw(): void {
    const cursors = this.#session.cursors();
    if (cursors.length === 0 && this.#shown.size === 0) return;
    const plans = this.#read(cursors);
    this.#write(plans, this.#layer.clientWidth);
    this.#forget(cursors);
  }

  #read(cursors: readonly RemoteCursor[]): readonly Plan[] {
    for (const { element } of this.#shown.values()) element.measure();
    const screen = this.#host.onScreen();
    return cursors.flatMap((cursor) => {
      const shown = this.#shown.get(cursor.participant.clientId);
      const range = onScreen(cursor, screen);
      const key = range === undefined ? '' : this.#key(cursor, range, shown?.element.isMeasured);
      if (key === (shown?.key ?? '')) return [];
      const boxes = range === undefined ? [] : this.#host.boxes(range);
      return [{ cursor, key, boxes }];
    });
  }

  /** Everything that decides what is drawn. */
  #key(
    { activity, moves }: RemoteCursor,
    { index, length }: RemoteCursor['range'],
    isMeasured = false,
  ): string {
    return [index, length, moves, activity, isMeasured, this.#layout].join('/');
  }

  #write(plans: readonly Plan[], layerWidth: number): void {
    for (const { boxes, cursor, key } of plans) {
      const { activity, moves, participant, range } = cursor;
      const shown = this.#shown.get(participant.clientId) ?? this.#add(cursor);
      const moved = shown.moves !== moves;
      shown.moves = moves;
      shown.key = key;
      if (key === '') shown.element.hide();
      else {
        const isSelection = range.length > 0;
        shown.element.place({ boxes, isIdle: activity === 'idle', isSelection, layerWidth, moved });
      }
      if (!shown.element.isMeasured && key !== '') this.#drawSoon();
    }
  }

  #add({ participant }: RemoteCursor): Shown {
    const element = new CaretElement(this.#layer, participant);
    const shown: Shown = { element, moves: 0, key: '' };
    this.#shown.set(participant.clientId, shown);
    return shown;
  }

  #forget(cursors: readonly RemoteCursor[]): void {
    if (this.#shown.size === cursors.length) return;
    const there = new Set(cursors.map(({ participant }) => participant.clientId));
    for (const [clientId, { element }] of this.#shown) {
      if (there.has(clientId)) continue;
      element.remove();
      this.#shown.delete(clientId);
    }
  }
}

/** The part of the range that is on the screen, or near enough to get there. */
function onScreen({ range }: RemoteCursor, screen: Span): RemoteCursor['range'] | undefined {
  const index = Math.max(range.index, screen.start);
  const end = Math.min(range.index + range.length, screen.end);
  return index > end ? undefined : { index, length: end - index };
}
