import type { Extension } from '../extensions';
import { rangeOf, textPieces } from '../text/textPieces';
import { WhenIdle } from '../whenIdle';
import type { Kind, Token } from './tokens';

/** Longer code stays plain, since reading it would be felt while typing. */
const LONGEST = 20_000;
const PAUSE_MS = 200;

interface Shown {
  readonly key: string;
  readonly ranges: readonly (readonly [Kind, StaticOrLive])[];
}
type StaticOrLive = globalThis.Range;

/**
 * Colours code by the browser's highlights, which lie over the text: the document's elements, carets and
 * compositions know nothing of it. It follows once typing pauses, and looks again only at code that changed.
 * The highlighter is fetched with the first code that has a language; browsers without highlights show plain
 * code.
 */
export const codeHighlight: Extension = (quill) => {
  if (typeof Highlight === 'undefined') return () => undefined;
  const shown = new Map<Element, Shown>();
  let stopped = false;

  const look = (): void => {
    const blocks = [...quill.root.querySelectorAll('.ql-code-block-container')];
    for (const known of shown.keys()) if (!known.isConnected) shown.delete(known);
    const changed = blocks.flatMap((block) => {
      const code = codeOf(block);
      return shown.get(block)?.key === code.key ? [] : [{ block, ...code }];
    });
    if (changed.some(({ language }) => language !== undefined)) void colour(changed);
    else {
      for (const { block, key } of changed) shown.set(block, { key, ranges: [] });
      paint();
    }
  };

  const colour = async (changed: readonly ({ block: Element } & Code)[]): Promise<void> => {
    const { tokensOf } = await import('./tokens');
    if (stopped) return;
    for (const { block, key, text, language } of changed) {
      // It may have gone on changing while the highlighter came.
      if (codeOf(block).key !== key) later.ask();
      else if (language !== undefined && text.length <= LONGEST) {
        shown.set(block, { key, ranges: rangesOf(block, tokensOf(text, language)) });
      } else shown.set(block, { key, ranges: [] });
    }
    paint();
  };

  const paint = (): void => {
    const all = new Map<Kind, StaticOrLive[]>();
    for (const { ranges } of shown.values()) {
      for (const [kind, range] of ranges) all.set(kind, [...(all.get(kind) ?? []), range]);
    }
    clear();
    for (const [kind, ranges] of all) CSS.highlights.set(`code-${kind}`, new Highlight(...ranges));
  };

  const later = new WhenIdle(look, PAUSE_MS);
  quill.on('text-change', later.ask);
  return () => {
    stopped = true;
    quill.off('text-change', later.ask);
    later.stop();
    clear();
  };
};

function clear(): void {
  for (const name of [...CSS.highlights.keys()]) {
    if (name.startsWith('code-')) CSS.highlights.delete(name);
  }
}

interface Code {
  readonly text: string;
  readonly language: string | undefined;
  readonly key: string;
}

function codeOf(block: Element): Code {
  const text = [...block.children].map((line) => line.textContent).join('\n');
  const language = block.firstElementChild?.getAttribute('data-language') ?? undefined;
  return { text, language, key: `${language ?? ''}\n${text}` };
}

function rangesOf(block: Element, tokens: readonly Token[]) {
  const pieces = textPieces(block.children);
  return tokens.flatMap(({ kind, start, end }) => {
    const range = rangeOf(pieces, start, end);
    return range === undefined ? [] : [[kind, range] as const];
  });
}
