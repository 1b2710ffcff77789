import { useState, type KeyboardEvent, type RefObject } from 'react';
import type { Document } from '../../lib/api/types';

interface RovingRows {
  /** The document whose row is the one tab stop. */
  readonly current: string | undefined;
  readonly focused: (id: string) => void;
  readonly focus: (id: string | undefined) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** One tab stop for all rows; arrows, Home and End go from row to row. */
export function useRovingRows(
  list: RefObject<HTMLUListElement | null>,
  documents: readonly Document[],
): RovingRows {
  const [chosen, setChosen] = useState<string>();
  const index = Math.max(
    0,
    documents.findIndex(({ id }) => id === chosen),
  );
  const current = documents[index]?.id;

  function focus(id: string | undefined): void {
    if (id === undefined) return;
    setChosen(id);
    // After the row has been drawn.
    requestAnimationFrame(() => {
      list.current?.querySelector<HTMLElement>(`[data-row="${id}"] [data-main]`)?.focus();
    });
  }

  function onKeyDown(event: KeyboardEvent): void {
    const next = {
      ArrowDown: Math.min(index + 1, documents.length - 1),
      ArrowUp: Math.max(index - 1, 0),
      Home: 0,
      End: documents.length - 1,
    }[event.key];
    if (next === undefined || event.defaultPrevented) return;
    event.preventDefault();
    focus(documents[next]?.id);
  }

  return { current, focused: setChosen, focus, onKeyDown };
}
