import fc from 'fast-check';
import Delta from 'quill-delta';
import { expect, it } from 'vitest';
import { openEditor } from './testing/openEditor';

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

const START = '0123\n45678\n9\n';
/** Every character that is typed is one that is nowhere else: these are mine, and those are theirs. */
const MINE = 0x4e00;
const THEIRS = 0xac00;
const isMine = (character: string): boolean => /\p{Script=Han}/u.test(character);

/** A deletion or a format never reaches the last newline. */
function toDelta({ at, length, kind }: Edit, size: number, text: string): Delta {
  const index = at % size;
  const span = Math.min(length, size - 1 - index);
  if (kind === 'insert' || span === 0) return new Delta().retain(index).insert(text);
  if (kind === 'line') return new Delta().retain(index).insert('\n');
  if (kind === 'delete') return new Delta().retain(index).delete(span);
  const format = isMine(text) ? 'bold' : 'italic';
  return new Delta().retain(index).retain(span, { [format]: true });
}

/** The characters of a text, without newlines, which look all the same. */
const characters = (text: string): string[] => Array.from(text.replaceAll('\n', ''));

/** Runs the steps, then undoes all that is left of mine; also what of the others' must still be there. */
function play(steps: readonly Step[]) {
  const { editor, quill } = openEditor();
  editor.replace(new Delta().insert(START));
  const theirs = new Set(characters(START));
  let typed = 0;
  const fresh = (from: number, length: number): string =>
    Array.from({ length }, () => String.fromCodePoint(from + typed++)).join('');
  /** What they insert is theirs, and what they delete, whoever wrote it, is gone. */
  const apply = (delta: Delta, by: () => void): void => {
    let at = 0;
    for (const op of delta.ops) {
      if (typeof op.insert === 'string') for (const one of characters(op.insert)) theirs.add(one);
      const length = op.delete ?? 0;
      for (const one of characters(quill.getText(at, length))) theirs.delete(one);
      at += length + (typeof op.retain === 'number' ? op.retain : 0);
    }
    by();
  };
  for (const each of steps) {
    quill.history.cutoff();
    switch (each.who) {
      case 'me':
        quill.updateContents(
          toDelta(each.edit, quill.getLength(), fresh(MINE, each.edit.length)),
          'user',
        );
        break;
      case 'them': {
        const delta = toDelta(each.edit, quill.getLength(), fresh(THEIRS, each.edit.length));
        apply(delta, () => {
          editor.patch(delta);
        });
        break;
      }
      case 'resync': {
        const missed = new Delta().insert(fresh(THEIRS, 1));
        apply(missed, () => {
          editor.replace(editor.contents().compose(missed));
        });
        break;
      }
      case 'undo':
      case 'redo': {
        const before = characters(editor.text()).filter((one) => theirs.has(one));
        if (each.who === 'undo') editor.undo();
        else editor.redo();
        // Undo may bring back what I deleted; it never takes anything of theirs.
        if (each.who === 'undo')
          expect(characters(editor.text())).toEqual(expect.arrayContaining(before));
      }
    }
  }
  for (let left = 0; left < 2 * steps.length; left += 1) editor.undo();
  return { editor, theirs };
}

const RUNS = Number(process.env['UNDO_RUNS'] ?? 80);

it('undo_takes_back_all_of_mine_and_nothing_of_theirs', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const { editor, theirs } = play(steps);
      expect(characters(editor.text()).sort()).toEqual([...theirs].sort());
      const { ops } = editor.contents();
      expect(ops.some(({ attributes }) => attributes?.['bold'] === true)).toBe(false);
    }),
    { numRuns: RUNS },
  );
});
