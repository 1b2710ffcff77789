import type { Blot } from 'parchment';
import type ScrollBlot from 'quill/blots/scroll.js';
import type Quill from 'quill/core.js';
import type { Extension } from './extensions';

/** From so many blocks on, those far from the window are left out of layout and painting. */
const LONG = 300;

/** Keeps the work of one key from growing with the document, as far as it is not Quill's own reading. */
export const longDocuments: Extension = (quill) => {
  checkQuickly(quill);
  hideFromReact(quill.root);
  const measure = (): void => {
    quill.container.classList.toggle('is-long', quill.root.childElementCount > LONG);
  };
  quill.on('text-change', measure);
  return () => {
    quill.off('text-change', measure);
  };
};

/**
 * Looks only once at each class of line whether it may stand where it stands. Quill looks at every line after
 * every change; where one may not, it does as before.
 */
function checkQuickly({ scroll }: Quill): void {
  const { allowedChildren } = scroll.constructor as typeof ScrollBlot;
  const known = new Map<unknown, boolean>();
  const isAllowed = (child: object): boolean => {
    const before = known.get(child.constructor);
    if (before !== undefined) return before;
    const is = allowedChildren.some((allowed) => child instanceof allowed);
    known.set(child.constructor, is);
    return is;
  };
  const original = scroll.enforceAllowedChildren.bind(scroll);
  scroll.enforceAllowedChildren = () => {
    for (let child: Blot | null = scroll.children.head; child !== null; child = child.next) {
      if (!isAllowed(child)) {
        original();
        return;
      }
    }
  };
}

/**
 * Before each drawing React notes where the selection is, to put it back: in a focused element of which this
 * says "true" it walks through all the text. The editor's elements are none of React's, so nothing is to be
 * put back.
 */
function hideFromReact(root: HTMLElement): void {
  Object.defineProperty(root, 'contentEditable', { get: () => 'inherit' });
}
