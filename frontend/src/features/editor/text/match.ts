/** Lower case without accents, so that `titulo` finds `Título`. */
export function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/**
 * How well something fits what was typed: 0 where its name begins so, 1 where a word of its name does, 2
 * where one of its other words does, 3 where the name contains it; undefined where it does not fit.
 */
export function fit(query: string, name: string, words = ''): number | undefined {
  const wanted = plain(query).trim();
  const of = plain(name);
  if (of.startsWith(wanted)) return 0;
  if (of.split(/[\s:/-]+/).some((word) => word.startsWith(wanted))) return 1;
  if (
    plain(words)
      .split(/[\s_]+/)
      .some((word) => word.startsWith(wanted))
  )
    return 2;
  return of.includes(wanted) ? 3 : undefined;
}

/** Those that fit, best first; equals keep their order. */
export function fitting<T>(
  query: string,
  all: readonly T[],
  texts: (one: T) => readonly [name: string, words: string],
): readonly T[] {
  return all
    .flatMap((one) => {
      const rank = fit(query, ...texts(one));
      return rank === undefined ? [] : [{ one, rank }];
    })
    .sort((a, b) => a.rank - b.rank)
    .map(({ one }) => one);
}
