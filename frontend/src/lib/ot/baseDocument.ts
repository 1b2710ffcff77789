import Delta from 'quill-delta';

const FOLD_AFTER_OPS = 200;

/**
 * The document as the server has it at the client's revision.
 *
 * Composing onto a long document costs time in proportion to its runs, so changes gather in a small
 * delta and are folded in when the contents are asked for, or when enough have gathered.
 */
export class BaseDocument {
  #contents: Delta;
  #gathered = new Delta();

  constructor(contents: Delta) {
    this.#contents = contents;
  }

  apply(delta: Delta): void {
    this.#gathered = this.#gathered.compose(delta);
    if (this.#gathered.ops.length > FOLD_AFTER_OPS) this.contents();
  }

  contents(): Delta {
    if (this.#gathered.ops.length > 0) {
      this.#contents = this.#contents.compose(this.#gathered);
      this.#gathered = new Delta();
    }
    return this.#contents;
  }
}
