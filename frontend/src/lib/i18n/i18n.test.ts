import { expect, it } from 'vitest';
import { accountEn } from './accountEn';
import { accountEs } from './accountEs';
import { administrationEn } from './administrationEn';
import { administrationEs } from './administrationEs';
import { en as eager } from './en';
import { es as eagerEs } from './es';
import { pastEn } from './pastEn';
import { pastEs } from './pastEs';
import { sharingEn } from './sharingEn';
import { sharingEs } from './sharingEs';

const en = {
  ...eager,
  past: pastEn,
  account: accountEn,
  sharing: sharingEn,
  administration: administrationEn,
};
const es = {
  ...eagerEs,
  past: pastEs,
  account: accountEs,
  sharing: sharingEs,
  administration: administrationEs,
};

function keys(texts: object, prefix = ''): string[] {
  return Object.entries(texts).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null
      ? keys(value, `${prefix}${key}.`)
      : [`${prefix}${key}`],
  );
}

function text(texts: object, path: string): string {
  return path
    .split('.')
    .reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], texts) as string;
}

const placeholders = (value: string): string[] =>
  [...value.matchAll(/{{\w+}}/g)].map(String).sort();

const SOURCES = import.meta.glob<string>('/src/**/*.{ts,tsx}', {
  query: '?raw',
  import: 'default',
  eager: true,
});

function usedKeys(): Set<string> {
  const used = new Set<string>();
  for (const [path, source] of Object.entries(SOURCES)) {
    if (path.includes('.test.')) continue;
    for (const match of source.matchAll(/\bt\(\s*'([\w.-]+)'/g)) used.add(match[1] ?? '');
  }
  return used;
}

it('both_languages_have_the_same_keys', () => {
  expect(keys(es).sort()).toEqual(keys(en).sort());
});

it('no_text_is_empty_and_placeholders_agree', () => {
  for (const key of keys(en)) {
    expect(text(es, key), key).not.toBe('');
    expect(placeholders(text(es, key)), key).toEqual(placeholders(text(en, key)));
  }
});

it('every_key_that_the_code_uses_exists', () => {
  const known = new Set(keys(en));
  const missing = [...usedKeys()].filter(
    (key) => !known.has(key) && !(known.has(`${key}_one`) && known.has(`${key}_other`)),
  );
  expect(usedKeys().size).toBeGreaterThan(60);
  expect(missing).toEqual([]);
});
