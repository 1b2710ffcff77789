import Delta, { type Op } from 'quill-delta';
import { TABLE, type CellOp, type TableContent } from '../../../lib/ot/table/tableContent';
import { isColor } from './colors';

type Rule = (value: unknown) => boolean;

const WORD = /^[A-Za-z0-9_+#.-]{1,40}$/;
const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const STORED_IMAGE = new RegExp(`^images/${UUID}$`);
const USER_ID = new RegExp(`^${UUID}$`);
// eslint-disable-next-line no-control-regex -- these are what is looked for
const INVISIBLE = /[\u0000-\u0020\u007f]/g;

const isFlag: Rule = (value) => value === true;
const isWord: Rule = (value) => typeof value === 'string' && WORD.test(value);
const isExtent: Rule = (value) => isBetween(value, 1, 10_000) || isWord(value);
const oneOf =
  (...allowed: readonly string[]): Rule =>
  (value) =>
    typeof value === 'string' && allowed.includes(value);

function isBetween(value: unknown, from: number, to: number): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= from && value <= to;
}

function isLink(value: unknown): boolean {
  if (typeof value !== 'string' || value.length > 2_048) return false;
  return /^(?:https?|mailto):/i.test(value.replace(INVISIBLE, ''));
}

/** Formats of text within a line: all that a table's cell may have. */
const INLINE: Readonly<Record<string, Rule>> = {
  bold: isFlag,
  italic: isFlag,
  underline: isFlag,
  strike: isFlag,
  code: isFlag,
  color: isColor,
  background: isColor,
  link: isLink,
};

const ALL: Readonly<Record<string, Rule>> = {
  ...INLINE,
  script: oneOf('sub', 'super'),
  header: (value) => isBetween(value, 1, 6),
  list: oneOf('bullet', 'ordered', 'checked', 'unchecked'),
  indent: (value) => isBetween(value, 1, 8),
  align: oneOf('center', 'right', 'justify'),
  direction: oneOf('rtl'),
  blockquote: isFlag,
  'code-block': (value) => isFlag(value) || isWord(value),
  alt: (value) => typeof value === 'string' && value.length < 1_000,
  width: isExtent,
  height: isExtent,
};

const EMBEDS: Readonly<Record<string, Rule>> = {
  divider: isFlag,
  image: (value) => typeof value === 'string' && (STORED_IMAGE.test(value) || value === 'redacted'),
  mention: isMention,
};

function isMention(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { userId, name, ...rest } = value as Record<string, unknown>;
  return (
    typeof userId === 'string' &&
    USER_ID.test(userId) &&
    typeof name === 'string' &&
    /^[^\p{Cc}\u2028\u2029]{1,200}$/u.test(name) &&
    Object.keys(rest).length === 0
  );
}

/**
 * What of new content the server will take: the twin of its `DeltaPolicy`. Everything else is left out, so
 * that something pasted is never refused as a whole. Only inserts are looked at.
 */
export function permitted(content: Delta): Delta {
  const result = new Delta();
  for (const op of content.ops) {
    const insert = permittedInsert(op.insert);
    if (insert !== undefined) result.insert(insert, permittedAttributes(op, ALL));
  }
  return result;
}

function permittedInsert(insert: Op['insert']): string | Record<string, unknown> | undefined {
  if (typeof insert === 'string') {
    const text = insert.replace(/\u0000|\p{Surrogate}/gu, ''); // eslint-disable-line no-control-regex
    return text === '' ? undefined : text;
  }
  const [name, value] = Object.entries(insert ?? {})[0] ?? [];
  if (name === undefined) return undefined;
  if (name === TABLE) return { [name]: permittedTable(value as TableContent) };
  return EMBEDS[name]?.(value) === true ? { [name]: value } : undefined;
}

function permittedAttributes(
  { attributes = {} }: Op,
  rules: Readonly<Record<string, Rule>>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(attributes).filter(([name, value]) => {
      return Object.hasOwn(rules, name) && rules[name]?.(value) === true;
    }),
  );
}

function permittedTable(table: TableContent): TableContent {
  return Object.fromEntries(
    Object.entries(table).map(([key, part]) => [
      key,
      Array.isArray(part) ? (part as readonly CellOp[]).map(permittedCell) : part,
    ]),
  );
}

function permittedCell(op: CellOp): CellOp {
  return Object.fromEntries(
    Object.entries(op).filter(
      ([name, value]) =>
        name === 'insert' || (Object.hasOwn(INLINE, name) && INLINE[name]?.(value) === true),
    ),
  );
}
