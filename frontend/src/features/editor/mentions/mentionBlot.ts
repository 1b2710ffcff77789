import Embed from 'quill/blots/embed.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export interface Mention {
  readonly userId: string;
  readonly name: string;
}

/** Somebody's name in the text, as one unit. */
export class MentionBlot extends Embed {
  static override blotName = 'mention';
  static override tagName = 'SPAN';
  static override className = 'ql-mention';

  static override create(value: unknown): HTMLElement {
    const node = super.create(value) as HTMLElement;
    if (!isMention(value)) return node;
    node.dataset['user'] = value.userId;
    node.dataset['name'] = value.name;
    node.textContent = `@${value.name}`;
    return node;
  }

  static override value(node: HTMLElement): Mention | undefined {
    const value = { userId: node.dataset['user'], name: node.dataset['name'] };
    return isMention(value) ? value : undefined;
  }
}

function isMention(value: unknown): value is Mention {
  if (typeof value !== 'object' || value === null) return false;
  const { userId, name } = value as Partial<Record<keyof Mention, unknown>>;
  return typeof userId === 'string' && UUID.test(userId) && typeof name === 'string' && name !== '';
}
