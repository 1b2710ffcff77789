import { useLayoutEffect, useState, type RefObject } from 'react';

/** How many parts of these widths fit into the bar, where those that do not go behind a button. */
export function useFitting(
  bar: RefObject<HTMLElement | null>,
  widths: readonly number[],
  button: number,
): number {
  const [fitting, setFitting] = useState(widths.length);
  useLayoutEffect(() => {
    const element = bar.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => {
      setFitting(countFitting(widths, element.clientWidth - PADDING, button));
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, [bar, widths, button]);
  return fitting;
}

const PADDING = 24;

export function countFitting(widths: readonly number[], room: number, button: number): number {
  const all = widths.reduce((sum, width) => sum + width, 0);
  if (all <= room) return widths.length;
  let used = button;
  return widths.findIndex((width) => {
    used += width;
    return used > room;
  });
}
