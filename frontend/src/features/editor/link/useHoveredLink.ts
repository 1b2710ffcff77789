import Quill from 'quill/core.js';
import { useEffect, useMemo, useRef, useState } from 'react';
import { linkAt, type LinkPlace } from '../formats/links';
import type { QuillEditor } from '../quillEditor';

const ENTER_MS = 250;
const LEAVE_MS = 300;

/** The link that the pointer rests on, and for a moment after, so that it can go over to the card. */
export function useHoveredLink(editor: QuillEditor) {
  const [place, setPlace] = useState<LinkPlace>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const actions = useMemo(() => {
    const later = (next: LinkPlace | undefined, ms: number): void => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        setPlace(next);
      }, ms);
    };
    return {
      enter: (next: LinkPlace) => {
        later(next, ENTER_MS);
      },
      leave: () => {
        later(undefined, LEAVE_MS);
      },
      keep: () => {
        clearTimeout(timer.current);
      },
      drop: () => {
        clearTimeout(timer.current);
        setPlace(undefined);
      },
    };
  }, []);

  useEffect(() => {
    const { root } = editor.quill;
    const over = (event: PointerEvent): void => {
      const link = linkOf(event.target);
      if (event.pointerType !== 'mouse' || link === undefined || event.buttons !== 0) return;
      const blot = Quill.find(link);
      if (blot === null || blot instanceof Quill) return;
      const found = linkAt(editor.quill, editor.quill.getIndex(blot) + 1);
      if (found !== undefined) actions.enter(found);
    };
    const out = (event: PointerEvent): void => {
      if (linkOf(event.target) !== undefined) actions.leave();
    };
    root.addEventListener('pointerover', over);
    root.addEventListener('pointerout', out);
    // The place is not right any more.
    editor.quill.on('text-change', actions.drop);
    return () => {
      root.removeEventListener('pointerover', over);
      root.removeEventListener('pointerout', out);
      editor.quill.off('text-change', actions.drop);
      clearTimeout(timer.current);
    };
  }, [editor, actions]);

  return { place, keep: actions.keep, leave: actions.leave };
}

function linkOf(target: EventTarget | null): HTMLElement | undefined {
  return target instanceof Element ? (target.closest('a') ?? undefined) : undefined;
}
