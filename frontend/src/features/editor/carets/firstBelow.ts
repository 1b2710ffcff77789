/** Of elements that stand below one another, the first that ends at the height or below it. */
export function firstBelow(elements: HTMLCollection, height: number): Element | undefined {
  let low = 0;
  let high = elements.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const bottom = elements[middle]?.getBoundingClientRect().bottom ?? 0;
    if (bottom >= height) high = middle;
    else low = middle + 1;
  }
  return elements[low];
}
