const STOPS =
  '[role=textbox], a[href], button:not([disabled]):not([tabindex="-1"]), input, select, [tabindex="0"]';

/** Moves the focus to the next part of the page, or the one before; from the last to the first. */
export function moveToNextRegion(backwards: boolean): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')].filter(
    (region) => region.getClientRects().length > 0 && firstStop(region) !== undefined,
  );
  const at = regions.findIndex((region) => region.contains(document.activeElement));
  const step = backwards ? -1 : 1;
  const next = regions.at(at === -1 ? 0 : (at + step) % regions.length);
  if (next !== undefined) firstStop(next)?.focus();
}

function firstStop(region: HTMLElement): HTMLElement | undefined {
  // In the text it is the text itself, before what stands beside it.
  const text = region.querySelector<HTMLElement>('[role=textbox]');
  if (text !== null) return text;
  return [...region.querySelectorAll<HTMLElement>(STOPS)].find(
    (stop) => stop.getClientRects().length > 0,
  );
}
