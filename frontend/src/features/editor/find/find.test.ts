import Delta from 'quill-delta';
import { beforeAll, expect, it, vi } from 'vitest';
import { TABLE, textOf, type TableContent } from '../../../lib/ot/table/tableContent';
import { TABLE_PARTS } from '../table/allTableParts';
import type { TableBlot } from '../table/tableBlot';
import { tableFocus } from '../table/tableFocus';
import { openEditor } from '../testing/openEditor';
import { Finder } from './finder';
import { findMatches, matchFrom } from './matches';
import { replaceEdit } from './replaceEdit';

beforeAll(() => {
  // The page of the tests has no height.
  Element.prototype.scrollIntoView = vi.fn();
});

const find = (text: string, query: string, matchCase = false, wholeWord = false) =>
  findMatches(text, { query, matchCase, wholeWord }).map(({ index }) => index);

it('case_is_ignored_unless_it_is_asked_for', () => {
  expect(find('Ana ana ANA', 'ana')).toEqual([0, 4, 8]);
  expect(find('Ana ana ANA', 'ana', true)).toEqual([4]);
  expect(find('École école', 'ÉCOLE')).toEqual([0, 6]);
});

it('whole_words_end_at_letters_of_any_language', () => {
  expect(find('art arte party art', 'art', false, true)).toEqual([0, 15]);
  expect(find('niño niñ niña', 'niñ', false, true)).toEqual([5]);
});

it('signs_of_expressions_mean_themselves', () => {
  expect(find('a.b a+b (a) [a-z]', 'a+b')).toEqual([4]);
  expect(find('a.b a+b (a) [a-z]', '[a-z]')).toEqual([12]);
  expect(find('x', '')).toEqual([]);
});

it('the_next_match_is_behind_the_position_or_the_first', () => {
  const matches = findMatches('a a a', { query: 'a', matchCase: false, wholeWord: false });
  expect(matchFrom(matches, { index: 1 })).toBe(1);
  expect(matchFrom(matches, { index: 5 })).toBe(0);
});

it('replacements_have_the_formats_of_what_they_replace', () => {
  const contents = new Delta()
    .insert('one ')
    .insert('one', { bold: true })
    .insert({ divider: true })
    .insert('one\n');
  const places = [0, 4, 8].map((index) => ({ index, length: 3 }));
  expect(contents.compose(replaceEdit(contents, places, 'two'))).toEqual(
    new Delta()
      .insert('two ')
      .insert('two', { bold: true })
      .insert({ divider: true })
      .insert('two\n'),
  );
});

it('replacing_all_is_one_step_of_undo_and_one_edit', () => {
  const { editor, quill, listener } = openEditor();
  editor.replace(new Delta().insert('a b a\n').insert({ divider: true }).insert('a\n'));
  const finder = new Finder(quill);
  finder.search({ query: 'a', matchCase: false, wholeWord: false });
  expect(finder.state.count).toBe(3);
  finder.replaceAll('long');
  expect(editor.text()).toBe('long b long\nlong\n');
  expect(listener.edited).toHaveBeenCalledTimes(1);
  editor.undo();
  expect(editor.text()).toBe('a b a\na\n');
  finder.destroy();
});

it('replacing_one_goes_on_to_the_next', () => {
  const { editor, quill } = openEditor();
  editor.replace(new Delta().insert('a b a\n'));
  const finder = new Finder(quill);
  finder.search({ query: 'a', matchCase: false, wholeWord: false });
  finder.replace('aa');
  expect(editor.text()).toBe('aa b a\n');
  expect(finder.state).toMatchObject({ count: 2 + 1, current: 2 });
  finder.destroy();
});

const TWO_CELLS: TableContent = {
  rows: { r1: 'i', r2: 'r' },
  columns: { c1: 'i', c2: 'r' },
  'r2:c1': [{ insert: 'the last a' }],
  'r1:c2': [{ insert: 'a ' }, { insert: 'a', bold: true }],
};

function withTable() {
  const opened = openEditor();
  tableFocus(opened.quill).provide(TABLE_PARTS);
  opened.editor.replace(
    new Delta()
      .insert('a\n')
      .insert({ [TABLE]: TWO_CELLS })
      .insert('a\n'),
  );
  const finder = new Finder(opened.quill);
  finder.search({ query: 'a', matchCase: false, wholeWord: true });
  const table = (): TableContent => opened.editor.contents().ops[1]?.insert as TableContent;
  const cell = (key: string) => textOf(table()[TABLE] as unknown as TableContent, key);
  return { ...opened, finder, cell };
}

it('cells_are_found_row_by_row_at_the_place_of_their_table', () => {
  const { finder } = withTable();
  expect(finder.state).toEqual({ count: 5, current: 0 });
  finder.destroy();
});

it('replacing_goes_through_the_cells_of_a_table_and_keeps_their_formats', () => {
  const { finder, cell, editor } = withTable();
  finder.step(1);
  finder.replace('an a');
  expect(cell('r1:c2')).toEqual([{ insert: 'an a ' }, { insert: 'a', bold: true }]);
  expect(finder.state).toEqual({ count: 5, current: 2 });
  finder.replace('b');
  expect(cell('r1:c2')).toEqual([{ insert: 'an a ' }, { insert: 'b', bold: true }]);
  expect(finder.state).toEqual({ count: 4, current: 2 });
  editor.undo();
  expect(cell('r1:c2')).toEqual([{ insert: 'an a ' }, { insert: 'a', bold: true }]);
  finder.destroy();
});

it('replacing_all_in_text_and_tables_is_one_edit_and_one_step_of_undo', () => {
  const { finder, cell, editor, listener } = withTable();
  finder.replaceAll('bb');
  expect(editor.text()).toBe('bb\nthe last bb\nbb bb\nbb\n');
  expect(listener.edited).toHaveBeenCalledTimes(1);
  editor.undo();
  expect(cell('r1:c2')).toEqual([{ insert: 'a ' }, { insert: 'a', bold: true }]);
  expect(cell('r2:c1')).toEqual([{ insert: 'the last a' }]);
  expect(editor.text()).toBe('a\nthe last a\na a\na\n');
  finder.destroy();
});

it('leaving_at_a_match_in_a_cell_selects_it_there', () => {
  const { finder, quill } = withTable();
  finder.step(1);
  finder.step(1);
  finder.select();
  const place = tableFocus(quill).place;
  expect(place?.row).toBe('r1');
  expect(place?.column).toBe('c2');
  expect(place?.editor.quill.getSelection()).toEqual({ index: 2, length: 1 });
  const blot: TableBlot | undefined = place?.blot;
  expect(blot?.cell('r1', 'c2')?.textContent).toBe('a a');
  finder.destroy();
});
