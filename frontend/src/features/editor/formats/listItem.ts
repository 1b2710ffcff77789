import i18next from 'i18next';
import Block from 'quill/blots/block.js';
import type Scroll from 'quill/blots/scroll.js';
import { ListContainer } from 'quill/formats/list.js';

export const TASKS = ['checked', 'unchecked'];

/** A line of a list. In front of a task stands a box that a screen reader knows as one. */
export class ListItem extends Block {
  static override blotName = 'list';
  static override tagName = 'LI';
  static override requiredContainer = ListContainer;

  static override create(value: unknown): HTMLElement {
    const node = super.create();
    node.setAttribute('data-list', String(value));
    return node;
  }

  static override formats(node: HTMLElement): string | undefined {
    return node.getAttribute('data-list') ?? undefined;
  }

  constructor(scroll: Scroll, node: HTMLElement) {
    super(scroll, node);
    const box = document.createElement('span');
    describe(box, node.getAttribute('data-list'));
    this.attachUI(box);
  }

  override format(name: string, value: unknown): void {
    if (name === ListItem.blotName && typeof value === 'string') {
      this.domNode.setAttribute('data-list', value);
      if (this.uiNode !== null) describe(this.uiNode, value);
    } else {
      super.format(name, value);
    }
  }
}

ListContainer.allowedChildren = [ListItem];

function describe(box: HTMLElement, list: string | null): void {
  const isTask = list !== null && TASKS.includes(list);
  const attributes = {
    role: 'checkbox',
    tabindex: '0',
    'aria-checked': String(list === 'checked'),
    'aria-label': i18next.t('editor.taskDone'),
  };
  for (const [name, value] of Object.entries(attributes)) {
    if (isTask) box.setAttribute(name, value);
    else box.removeAttribute(name);
  }
}
