import CodeBlock from 'quill/formats/code.js';

const LANGUAGE = /^[A-Za-z0-9_+#.-]{1,40}$/;

/** A line of code. Its value is the language, or true where none was chosen. */
export class CodeLine extends CodeBlock {
  static override create(value: unknown): HTMLElement {
    const node = super.create(value);
    if (typeof value === 'string' && LANGUAGE.test(value) && value !== 'true') {
      node.setAttribute('data-language', value);
    }
    return node;
  }

  static override formats(node: HTMLElement): unknown {
    return node.getAttribute('data-language') ?? true;
  }

  override format(name: string, value: unknown): void {
    if (name === CodeLine.blotName && value !== false && value !== null && value !== undefined) {
      if (typeof value === 'string' && LANGUAGE.test(value) && value !== 'true') {
        this.domNode.setAttribute('data-language', value);
      } else {
        this.domNode.removeAttribute('data-language');
      }
    } else {
      super.format(name, value);
    }
  }
}
