/** What a line becomes when these characters stand alone at its start and a space is typed. */
export interface BlockRule {
  readonly pattern: RegExp;
  readonly formats: Readonly<Record<string, unknown>>;
}

export const AFTER_SPACE: readonly BlockRule[] = [
  { pattern: /^# $/, formats: { header: 1 } },
  { pattern: /^## $/, formats: { header: 2 } },
  { pattern: /^### $/, formats: { header: 3 } },
  { pattern: /^[-*+] $/, formats: { list: 'bullet' } },
  { pattern: /^\d{1,3}[.)] $/, formats: { list: 'ordered' } },
  { pattern: /^\[ ?\] $/, formats: { list: 'unchecked' } },
  { pattern: /^\[[xX]\] $/, formats: { list: 'checked' } },
  { pattern: /^> $/, formats: { blockquote: true } },
];

export interface InlineRule {
  /** Ends at the caret; the named group is what keeps standing. */
  readonly pattern: RegExp;
  readonly format: string;
}

const BEFORE = '(?<=^|[\\s([{"\'“‘«¿¡])';

/** The closing sign has just been typed. */
export const INLINE: readonly InlineRule[] = [
  {
    pattern: new RegExp(
      `${BEFORE}(?<sign>\\*\\*|__)(?<text>[^\\s*_](?:[^*_]*[^\\s*_])?)\\k<sign>$`,
    ),
    format: 'bold',
  },
  {
    pattern: new RegExp(`${BEFORE}(?<sign>[*_])(?<text>[^\\s*_](?:[^*_]*[^\\s*_])?)\\k<sign>$`),
    format: 'italic',
  },
  {
    pattern: new RegExp(`${BEFORE}(?<sign>~~)(?<text>[^\\s~](?:[^~]*[^\\s~])?)\\k<sign>$`),
    format: 'strike',
  },
  { pattern: new RegExp(`${BEFORE}(?<sign>\`)(?<text>[^\`]+)\\k<sign>$`), format: 'code' },
];
