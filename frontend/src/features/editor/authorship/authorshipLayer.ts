import Quill from 'quill/core.js';
import Delta from 'quill-delta';
import type { Authorship, Person, Stretch } from '../../../lib/api/historyApi';
import { domRange } from '../boxes';
import { WhenIdle } from '../whenIdle';
import { at, followed } from './authorStretches';

export interface AuthorshipDeps {
  readonly load: () => Promise<Authorship>;
  /** What is shown where the pointer rests on a stretch. */
  readonly title: (person: Person, at: string) => string;
}

const PREFIX = 'collab-author-';
const REFRESH_MS = 1_500;

/**
 * Colours the text by who wrote it, as highlights of the browser: the document itself stays as it is. Edits move the
 * colours with the text at once; whose new text is, is asked a moment later.
 */
export class AuthorshipLayer {
  readonly #quill: Quill;
  readonly #deps: AuthorshipDeps;
  readonly #tip = document.createElement('div');
  readonly #sheet = new CSSStyleSheet();
  #stretches: readonly Stretch[] = [];
  #people: readonly Person[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stopped = false;
  readonly #drawing = new WhenIdle(() => {
    this.#draw();
  });

  constructor(quill: Quill, deps: AuthorshipDeps) {
    this.#quill = quill;
    this.#deps = deps;
    this.#tip.className = 'author-tip';
    this.#tip.hidden = true;
  }

  start(): void {
    document.adoptedStyleSheets.push(this.#sheet);
    this.#quill.container.append(this.#tip);
    this.#quill.on('text-change', this.#edited);
    this.#quill.root.addEventListener('pointermove', this.#pointed);
    this.#quill.root.addEventListener('pointerleave', this.#left);
    this.#load();
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
    this.#drawing.stop();
    this.#quill.off('text-change', this.#edited);
    this.#quill.root.removeEventListener('pointermove', this.#pointed);
    this.#quill.root.removeEventListener('pointerleave', this.#left);
    this.#tip.remove();
    this.#clear();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter(
      (sheet) => sheet !== this.#sheet,
    );
  }

  #load = (): void => {
    const edits: Delta[] = [];
    const edited = (delta: Delta): void => {
      edits.push(new Delta(delta.ops));
    };
    this.#quill.on('text-change', edited);
    this.#deps
      .load()
      .then(({ stretches, people }) => {
        if (this.#stopped) return;
        const length = stretches.reduce((sum, stretch) => sum + stretch.length, 0);
        const before = edits.reduceRight(
          (sum, edit) => sum - edit.changeLength(),
          this.#quill.getLength(),
        );
        // What was asked about is another revision than what is shown: ask again when it has settled.
        if (length !== before) {
          this.#later();
          return;
        }
        this.#people = people;
        this.#stretches = edits.reduce<readonly Stretch[]>(followed, stretches);
        this.#draw();
      })
      .catch(() => {
        if (!this.#stopped) this.#later();
      })
      .finally(() => {
        this.#quill.off('text-change', edited);
      });
  };

  #later(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#load, REFRESH_MS);
  }

  #edited = (delta: Delta): void => {
    this.#stretches = followed(this.#stretches, delta);
    this.#drawing.ask();
    this.#later();
  };

  #draw(): void {
    this.#clear();
    if (!('highlights' in CSS)) return;
    const byAuthor = new Map<string, Range[]>();
    let index = 0;
    for (const { length, userId } of this.#stretches) {
      const range = userId === undefined ? undefined : domRange(this.#quill, { index, length });
      if (userId !== undefined && range !== undefined) {
        byAuthor.set(userId, [...(byAuthor.get(userId) ?? []), range]);
      }
      index += length;
    }
    const rules = this.#people.map(({ userId, color }, number) => {
      CSS.highlights.set(
        `${PREFIX}${String(number)}`,
        new Highlight(...(byAuthor.get(userId) ?? [])),
      );
      return `::highlight(${PREFIX}${String(number)}) { background-color: color-mix(in srgb, ${color} 26%, transparent); }`;
    });
    this.#sheet.replaceSync(rules.join('\n'));
  }

  #clear(): void {
    if (!('highlights' in CSS)) return;
    for (const name of [...CSS.highlights.keys()]) {
      if (name.startsWith(PREFIX)) CSS.highlights.delete(name);
    }
  }

  #pointed = (event: PointerEvent): void => {
    const place = document.caretPositionFromPoint(event.clientX, event.clientY);
    const blot = place === null ? null : Quill.find(place.offsetNode, true);
    if (place === null || blot === null || blot instanceof Quill) {
      this.#left();
      return;
    }
    const stretch = at(this.#stretches, this.#quill.getIndex(blot) + place.offset);
    const person = this.#people.find(({ userId }) => userId === stretch?.userId);
    if (person === undefined || stretch?.at === undefined) {
      this.#left();
      return;
    }
    const origin = this.#quill.container.getBoundingClientRect();
    this.#tip.textContent = this.#deps.title(person, stretch.at);
    this.#tip.style.left = `${String(event.clientX - origin.left)}px`;
    this.#tip.style.top = `${String(event.clientY - origin.top)}px`;
    this.#tip.style.setProperty('--author', person.color);
    this.#tip.hidden = false;
  };

  #left = (): void => {
    this.#tip.hidden = true;
  };
}
