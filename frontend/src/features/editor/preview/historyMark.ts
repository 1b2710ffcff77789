import Inline from 'quill/blots/inline.js';

interface Value {
  readonly kind: string;
  readonly color: string;
  readonly title: string;
}

/** A passage of a preview that was added, removed or formatted, in its author's colour. */
export class HistoryMark extends Inline {
  static override blotName = 'history-mark';
  static override tagName = 'MARK';
  static override className = 'history-mark';

  static override create(value: Value): HTMLElement {
    const node = super.create();
    node.dataset['kind'] = value.kind;
    node.style.setProperty('--author', value.color);
    node.title = value.title;
    return node;
  }

  static override formats(node: HTMLElement): Value {
    return {
      kind: node.dataset['kind'] ?? '',
      color: node.style.getPropertyValue('--author'),
      title: node.title,
    };
  }
}
