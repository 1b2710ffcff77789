import i18next, { type TFunction } from 'i18next';

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** A size in the largest unit of which it has one, by locale. */
export function bytes(size: number): string {
  const power = size < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(size) / 3));
  return new Intl.NumberFormat(i18next.language, {
    style: 'unit',
    unit: UNITS[power] ?? 'byte',
    maximumFractionDigits: 1,
  }).format(size / 1000 ** power);
}

const COUNTED = ['documents', 'members', 'characters', 'changes'] as const;

type Counts = Readonly<Partial<Record<(typeof COUNTED)[number], number>>>;

/** What is counted in one line, then the size of the pictures, if there are any. */
export function amounts(t: TFunction, counts: Counts, imageBytes: number): string {
  return [
    ...COUNTED.flatMap((name) => {
      const count = counts[name];
      return count === undefined ? [] : [t(`administration.amount.${name}`, { count })];
    }),
    ...(imageBytes > 0 ? [t('administration.amount.images', { size: bytes(imageBytes) })] : []),
  ].join(', ');
}
