const STOPS =
  '[role=textbox], a[href], button:not([disabled]):not([tabindex="-1"]), input, select, [tabindex="0"]';

/** The next part of the page that can have the focus, or the one before; from the last to the first. */
export function nextRegion(backwards: boolean): HTMLElement | undefined {
  const stops = regions().flatMap((region) => firstStop(region) ?? []);
  const at = stops.findIndex((stop) => regionOf(stop)?.contains(document.activeElement));
  const step = backwards ? -1 : 1;
  return stops.at(at === -1 ? 0 : (at + step) % stops.length);
}

/** Puts the focus into the first of the named parts that is there. */
export function focusRegion(...names: readonly string[]): void {
  const all = regions();
  const named = names.flatMap(
    (name) => all.find(({ dataset }) => dataset['region'] === name) ?? [],
  );
  const stop = named[0];
  if (stop !== undefined) firstStop(stop)?.focus();
}

/** Goes to what stands beside the caret's table, image, link or code; false where nothing does. */
export function focusTools(): boolean {
  const tools = [...document.querySelectorAll<HTMLElement>('[data-caret-tools]')].find(
    (each) => each.getClientRects().length > 0,
  );
  const stop = tools?.matches('select') === true ? tools : tools?.querySelector<HTMLElement>(STOPS);
  stop?.focus();
  return stop != null;
}

function regions(): readonly HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-region]')].filter(
    (region) => region.getClientRects().length > 0,
  );
}

function regionOf(stop: HTMLElement): HTMLElement | null {
  return stop.closest('[data-region]');
}

function firstStop(region: HTMLElement): HTMLElement | undefined {
  // In the text it is the text itself, before what stands beside it.
  return [
    ...region.querySelectorAll<HTMLElement>('[role=textbox]'),
    ...region.querySelectorAll<HTMLElement>(STOPS),
  ].find((stop) => stop.getClientRects().length > 0);
}
