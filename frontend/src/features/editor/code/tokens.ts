import hljs from 'highlight.js/lib/core';
import bash from 'highlight.js/lib/languages/bash';
import css from 'highlight.js/lib/languages/css';
import go from 'highlight.js/lib/languages/go';
import java from 'highlight.js/lib/languages/java';
import javascript from 'highlight.js/lib/languages/javascript';
import json from 'highlight.js/lib/languages/json';
import markdown from 'highlight.js/lib/languages/markdown';
import python from 'highlight.js/lib/languages/python';
import rust from 'highlight.js/lib/languages/rust';
import sql from 'highlight.js/lib/languages/sql';
import typescript from 'highlight.js/lib/languages/typescript';
import xml from 'highlight.js/lib/languages/xml';
import yaml from 'highlight.js/lib/languages/yaml';

const KNOWN = {
  bash,
  css,
  go,
  java,
  javascript,
  json,
  markdown,
  python,
  rust,
  sql,
  typescript,
  xml,
  yaml,
};
for (const [name, language] of Object.entries(KNOWN)) hljs.registerLanguage(name, language);

/** Colours of code: few, so that it stays calm. */
export const KINDS = ['keyword', 'string', 'number', 'comment', 'title', 'type'] as const;
export type Kind = (typeof KINDS)[number];

export interface Token {
  readonly kind: Kind;
  readonly start: number;
  readonly end: number;
}

const KIND_OF: Readonly<Record<string, Kind>> = {
  keyword: 'keyword',
  literal: 'keyword',
  'selector-tag': 'keyword',
  tag: 'keyword',
  name: 'keyword',
  section: 'title',
  string: 'string',
  regexp: 'string',
  addition: 'string',
  number: 'number',
  symbol: 'number',
  comment: 'comment',
  quote: 'comment',
  doctag: 'comment',
  title: 'title',
  function: 'title',
  attr: 'title',
  attribute: 'title',
  property: 'title',
  'selector-class': 'title',
  type: 'type',
  built_in: 'type',
  class: 'type',
  variable: 'type',
  meta: 'type',
};

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
};

/** What each part of the code is; nothing for a language that is not known. Positions are UTF-16 units. */
export function tokensOf(code: string, language: string): readonly Token[] {
  if (hljs.getLanguage(language) === undefined) return [];
  const html = hljs.highlight(code, { language, ignoreIllegals: true }).value;
  const tokens: Token[] = [];
  const open: { readonly kind: Kind | undefined; readonly start: number }[] = [];
  let at = 0;
  for (const [part] of html.matchAll(/<span class="[^"]*">|<\/span>|&[#\w]+;|[^<&]+/g)) {
    if (part.startsWith('<span')) {
      const name = /hljs-([\w-]+)/.exec(part)?.[1] ?? '';
      open.push({ kind: KIND_OF[name], start: at });
    } else if (part === '</span>') {
      const { kind, start = at } = open.pop() ?? {};
      if (kind !== undefined && at > start) tokens.push({ kind, start, end: at });
    } else {
      at += (ENTITIES[part] ?? part).length;
    }
  }
  return tokens;
}
