import { BlockEmbed } from 'quill/blots/block.js';

/** A line across the column, on a line of its own. */
export class Divider extends BlockEmbed {
  static override blotName = 'divider';
  static override tagName = 'HR';

  static override value(): true {
    return true;
  }
}
