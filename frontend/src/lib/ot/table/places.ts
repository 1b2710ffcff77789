const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyz';
const BASE = DIGITS.length;

/** What the server takes, less some for what others do meanwhile. */
const MAX_LENGTH = 60;

/** Places at the ends are this far apart, so that adding at an end, the usual thing, lengthens none. */
const WIDTH = 4;
const STEP = 1_296;
const FIRST = 18 * BASE ** 3;
const END = BASE ** WIDTH;

/**
 * A place between two others, as text that sorts between them; none at an end where one is missing.
 * Undefined where there is none, or only a very long one: then all places have to be given anew.
 */
export function placeBetween(
  low: string | undefined,
  high: string | undefined,
): string | undefined {
  const place = atEnd(low, high) ?? middle(low ?? '', high);
  return place === undefined || place.length > MAX_LENGTH ? undefined : place;
}

/** Places for so many, in order. */
export function freshPlaces(count: number): readonly string[] {
  const step = Math.min(STEP, Math.floor((END - FIRST) / (count + 1)));
  return Array.from({ length: count }, (_, at) => written(FIRST + at * step));
}

function atEnd(low: string | undefined, high: string | undefined): string | undefined {
  if (low === undefined && high === undefined) return written(FIRST);
  if (low !== undefined && high !== undefined) return undefined;
  const next = low === undefined ? valueOf(high ?? '') - STEP : valueOf(low) + STEP;
  return next > 0 && next < END ? written(next) : undefined;
}

function valueOf(place: string): number {
  return Number.parseInt(place.slice(0, WIDTH).padEnd(WIDTH, '0'), BASE);
}

function written(value: number): string {
  return value.toString(BASE).padStart(WIDTH, '0').replace(/0+$/, '');
}

/** Half the way at the first digit where there is room; never ends with 0, below which there is nothing. */
function middle(low: string, high: string | undefined): string | undefined {
  if (high !== undefined && low >= high) return undefined;
  let upper = high;
  for (let at = 0, result = ''; at <= MAX_LENGTH; at += 1) {
    const from = digit(low, at);
    const to = upper === undefined ? BASE : digit(upper, at);
    const half = from + Math.floor((to - from) / 2);
    if (to - from > 1) return result + (DIGITS[half] ?? '');
    result += DIGITS[from] ?? '';
    if (to > from) upper = undefined;
  }
  return undefined;
}

function digit(place: string, at: number): number {
  return at < place.length ? DIGITS.indexOf(place.charAt(at)) : 0;
}
