import type Quill from 'quill/core.js';
import type { Context } from 'quill/modules/keyboard.js';
import type { Range } from '../../lib/sync/messages';

interface Keyboard {
  readonly quill: Quill;
}

/** In a list Tab nests wherever the caret is; elsewhere only at the start, where no tab can be meant. */
function nest(key: { shiftKey: boolean }, by: '+1' | '-1') {
  return {
    key: 'Tab',
    ...key,
    format: ['blockquote', 'indent', 'list'],
    handler(this: Keyboard, _range: Range, context: Context): boolean {
      const isList = context.format['list'] !== undefined;
      if (!isList && context.collapsed && context.offset !== 0) return true;
      this.quill.format('indent', by, 'user');
      return false;
    },
  };
}

/** In place of Quill's own: Markdown has rules of its own here, in `markdown/`. */
export const KEY_BINDINGS = {
  'list autofill': null,
  // Browsers leave out a table at the start or at the end.
  all: {
    key: 'a',
    shortKey: true,
    handler(this: Keyboard): boolean {
      this.quill.setSelection(0, this.quill.getLength(), 'user');
      return false;
    },
  },
  indent: nest({ shiftKey: false }, '+1'),
  outdent: nest({ shiftKey: true }, '-1'),
};
