import fc from 'fast-check';
import Delta from 'quill-delta';
import { expect, it } from 'vitest';
import { openEditor } from './testing/openEditor';
import { textWithEmbeds } from './text/lineText';

interface Edit {
  readonly at: number;
  readonly length: number;
  readonly kind: 'insert' | 'delete' | 'format' | 'line';
}
type Step =
  | { readonly who: 'me' | 'them'; readonly edit: Edit }
  | { readonly who: 'undo' | 'redo' | 'resync' };

const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.nat(1_000),
  length: fc.integer({ min: 1, max: 6 }),
  kind: fc.constantFrom('insert', 'insert', 'delete', 'format', 'line'),
});
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ who: fc.constant('me' as const), edit }) },
  { weight: 5, arbitrary: fc.record({ who: fc.constant('them' as const), edit }) },
  {
    weight: 3,
    arbitrary: fc.record({
      who: fc.constantFrom('undo' as const, 'redo' as const, 'resync' as const),
    }),
  },
);

/** Small letters are mine, capitals are theirs, digits were there. */
const MINE = 'abcdefgh';
const THEIRS = 'ABCDEFGH';
const START = '0123\n45678\n9\n';

function toDelta({ at, length, kind }: Edit, size: number, letters: string): Delta {
  // The last newline stays.
  const index = at % size;
  const span = Math.min(length, size - 1 - index);
  if (kind === 'insert' || span === 0) {
    return new Delta().retain(index).insert(letters.slice(0, length));
  }
  if (kind === 'line') return new Delta().retain(index).insert('\n');
  if (kind === 'delete') return new Delta().retain(index).delete(span);
  return new Delta()
    .retain(index)
    .retain(span, letters === MINE ? { bold: true } : { italic: true });
}

const capitals = (text: string): string => text.replace(/[^A-ZА-Я]/g, '');

/** Runs the steps, then undoes all that is left of mine. */
function play(steps: readonly Step[]) {
  const { editor, quill, listener } = openEditor();
  editor.replace(new Delta().insert(START));
  // What they alone have made of it, and what leads from there to what is shown.
  let alone = editor.contents();
  let mine = new Delta();
  listener.edited.mockImplementation((delta) => {
    mine = mine.compose(delta);
  });
  const theirs = (delta: Delta, apply: () => void): void => {
    const shown = alone.compose(mine);
    const back = mine.invert(alone);
    alone = alone.compose(back.transform(delta, false));
    apply();
    mine = alone.diff(shown.compose(delta));
  };
  let undone = 0;
  let resyncs = 0;
  for (const each of steps) {
    quill.history.cutoff();
    if (each.who === 'me') {
      quill.updateContents(toDelta(each.edit, quill.getLength(), MINE), 'user');
    } else if (each.who === 'them') {
      const delta = toDelta(each.edit, quill.getLength(), THEIRS);
      theirs(delta, () => {
        editor.patch(delta);
      });
    } else if (each.who === 'resync') {
      // Of a sign that is nowhere else: where two are alike, a difference cannot tell which is new.
      const missed = new Delta().insert(String.fromCodePoint(0x410 + resyncs));
      resyncs += 1;
      theirs(missed, () => {
        editor.replace(editor.contents().compose(missed));
      });
    } else {
      const before = capitals(editor.text());
      if (each.who === 'undo') editor.undo();
      else editor.redo();
      expect(capitals(editor.text()).length).toBeGreaterThanOrEqual(before.length);
      undone += 1;
    }
  }
  for (let left = 0; left < steps.length + undone; left += 1) editor.undo();
  return { editor, alone };
}

const RUNS = Number(process.env['UNDO_RUNS'] ?? 80);

it('undo_takes_back_all_of_mine_and_nothing_of_theirs', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const { editor, alone } = play(steps);
      const contents = editor.contents();
      expect(editor.text()).not.toMatch(/[a-z]/);
      expect(contents.ops.some(({ attributes }) => attributes?.['bold'] === true)).toBe(false);
      const text = textWithEmbeds(alone);
      expect(Array.from(editor.text()).sort()).toEqual(Array.from(text).sort());
    }),
    { numRuns: RUNS },
  );
});
