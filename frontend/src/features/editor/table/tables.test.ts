import Delta from 'quill-delta';
import { expect, it, vi } from 'vitest';
import {
  TABLE,
  cellKey,
  inOrder,
  textOf,
  type TableContent,
} from '../../../lib/ot/table/tableContent';
import { inserted, moved, removed } from '../../../lib/ot/table/tableEdits';
import { QuillEditor } from '../quillEditor';
import { TABLE_PARTS } from './allTableParts';
import type { TableBlot } from './tableBlot';
import { tableFocus } from './tableFocus';

const CONTENT: TableContent = {
  rows: { r1: 'i', r2: 'r' },
  columns: { c1: 'i', c2: 'r' },
  'r1:c1': [{ insert: 'Name', bold: true }],
  settings: { header: true },
};

function open(content: TableContent = CONTENT) {
  const host = document.createElement('div');
  document.body.replaceChildren(host);
  const listener = {
    edited: vi.fn<(delta: Delta) => void>(),
    selected: vi.fn(),
    compositionStarted: vi.fn(),
    compositionEnded: vi.fn(),
  };
  const editor = new QuillEditor(host, { label: 'Text', placeholder: '' }, listener);
  editor.replace(
    new Delta()
      .insert('before\n')
      .insert({ [TABLE]: content })
      .insert('behind\n'),
  );
  editor.setEditable(true);
  tableFocus(editor.quill).provide(TABLE_PARTS);
  const blot = editor.quill.getLine(7)[0] as unknown as TableBlot;
  const texts = (): string[][] =>
    [...host.querySelectorAll('tr')].map((row) =>
      [...row.querySelectorAll('td')].map((cell) => cell.textContent),
    );
  return { editor, listener, blot, host, texts };
}

const change = (part: TableContent): Delta => new Delta().retain(7).retain({ [TABLE]: part });

it('a_table_is_shown_and_is_in_the_contents_as_it_came', () => {
  const { editor, texts, host } = open();
  expect(texts()).toEqual([
    ['Name', ''],
    ['', ''],
  ]);
  expect(host.querySelectorAll('[role=columnheader]')).toHaveLength(2);
  expect(editor.contents().ops[1]).toEqual({ insert: { [TABLE]: CONTENT } });
});

it('others_changes_are_shown_in_place_and_reported_to_nobody', () => {
  const { editor, listener, texts, host } = open();
  const cell = host.querySelector('td');
  editor.patch(change({ rows: { r3: 'k' }, 'r3:c2': [{ insert: 'new' }] }));
  editor.patch(change({ columns: { c1: 'z' } }));
  expect(texts()).toEqual([
    ['', 'Name'],
    ['new', ''],
    ['', ''],
  ]);
  expect(host.contains(cell)).toBe(true);
  expect(listener.edited).not.toHaveBeenCalled();
});

it('typing_in_a_cell_is_a_small_change_of_the_table', () => {
  const { listener, blot, editor } = open();
  blot.enter('r1', 'c1', 4);
  const cell = tableFocus(editor.quill).place?.editor.quill;
  cell?.insertText(4, '!', 'user');
  expect(listener.edited).toHaveBeenCalledExactlyOnceWith(
    change({ 'r1:c1': [{ retain: 4 }, { insert: '!', bold: true }] }),
  );
});

it('others_typing_in_the_open_cell_leaves_the_caret_in_its_place', () => {
  const { blot, editor, listener } = open();
  blot.enter('r1', 'c1', 4);
  const cell = tableFocus(editor.quill).place?.editor.quill;
  editor.patch(change({ 'r1:c1': [{ insert: 'My ' }] }));
  editor.patch(new Delta().insert('text '));
  expect(cell?.getText()).toBe('My Name\n');
  expect(cell?.getSelection()).toMatchObject({ index: 7, length: 0 });
  expect(cell?.hasFocus()).toBe(true);
  expect(listener.edited).not.toHaveBeenCalled();
});

it('a_row_that_moves_keeps_the_caret_that_is_in_it', () => {
  const { blot, editor, texts } = open();
  blot.enter('r1', 'c1', 2);
  const cell = tableFocus(editor.quill).place?.editor.quill;
  editor.patch(change({ rows: { r1: 'z', r0: 'a' } }));
  expect(texts().map(([first]) => first)).toEqual(['', '', 'Name']);
  expect(cell?.hasFocus()).toBe(true);
});

it('a_removed_row_closes_the_cell_that_is_open_in_it', () => {
  const { blot, editor } = open();
  blot.enter('r1', 'c1');
  editor.patch(change(removed(CONTENT, 'rows', 'r1')));
  expect(tableFocus(editor.quill).place).toBeUndefined();
});

it('undo_takes_back_own_typing_in_a_cell_and_nobody_elses', () => {
  const { blot, editor, texts } = open();
  blot.enter('r2', 'c2');
  tableFocus(editor.quill).place?.editor.quill.insertText(0, 'mine', 'user');
  editor.patch(change({ 'r2:c2': [{ insert: 'theirs ' }] }));
  expect(texts()[1]?.[1]).toBe('theirs mine');
  editor.undo();
  expect(texts()[1]?.[1]).toBe('theirs ');
  expect(tableFocus(editor.quill).place?.editor.quill.hasFocus()).toBe(true);
  editor.redo();
  expect(texts()[1]?.[1]).toBe('theirs mine');
});

it('each_change_of_a_table_is_undone_by_itself_a_removed_row_too', () => {
  const { blot, editor, texts } = open();
  const before = texts();
  blot.edit(moved(blot.content, 'rows', 'r1', 1));
  blot.edit(removed(blot.content, 'rows', 'r1'));
  blot.edit(inserted(blot.content, 'columns', 0).change);
  for (let i = 0; i < 3; i += 1) editor.undo();
  expect(texts()).toEqual(before);
});

it('formats_go_to_the_cell_and_the_others_see_the_caret_at_the_table', () => {
  const { blot, editor, listener } = open();
  blot.enter('r2', 'c1');
  tableFocus(editor.quill).place?.editor.quill.insertText(0, 'x', 'user');
  tableFocus(editor.quill).place?.editor.quill.setSelection(0, 1);
  editor.format('italic', true);
  expect(editor.formats).toEqual({ italic: true });
  expect(blot.content['r2:c1']).toEqual([{ insert: 'x', italic: true }]);
  expect(listener.selected).toHaveBeenLastCalledWith({ index: 7, length: 0 });
});

it('block_formats_and_embeds_cannot_get_into_a_cell', () => {
  const { blot, editor } = open();
  blot.enter('r2', 'c1');
  const cell = tableFocus(editor.quill).place?.editor.quill;
  cell?.updateContents(
    new Delta().insert('x', { header: 1 }).insert('\n', { list: 'bullet' }),
    'user',
  );
  editor.format('header', 2);
  expect(JSON.stringify(blot.content)).not.toMatch(/header":\d|list/);
});

it('links_in_cells_are_as_safe_as_elsewhere', () => {
  const { host } = open({
    ...CONTENT,
    'r2:c1': [{ insert: 'x', link: 'javascript:alert(1)', color: 'red;background:url(x)' }],
  });
  expect(host.querySelector('td a')?.getAttribute('href')).toBe('about:blank');
  expect(host.querySelector('td [data-color]')).toBeNull();
});

it('what_is_shown_is_what_the_contents_say_after_any_changes', () => {
  const { editor, blot, texts } = open();
  let state = 20_264;
  const below = (count: number): number => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * count);
  };
  for (let i = 0; i < 60; i += 1) {
    const axis = below(2) === 0 ? 'rows' : 'columns';
    const ids = blot.ids(axis);
    const id = ids[below(ids.length)] ?? '';
    const cell = cellKey(blot.ids('rows')[below(2)] ?? '', blot.ids('columns')[below(2)] ?? '');
    const edits = [
      { [cell]: [{ insert: `${String(i)} ` }] },
      inserted(blot.content, axis, below(ids.length + 1)).change,
      moved(blot.content, axis, id, below(ids.length)),
      ids.length > 2 ? removed(blot.content, axis, id) : {},
    ];
    const edit = edits[below(4)] ?? {};
    if (below(3) === 0) blot.enter(blot.ids('rows')[0] ?? '', blot.ids('columns')[0] ?? '');
    if (below(2) === 0) blot.edit(edit);
    else editor.patch(change(edit));
    const { content } = blot;
    const text = (row: string, column: string): string =>
      textOf(content, cellKey(row, column))
        .map(({ insert }) => String(insert))
        .join('');
    expect(texts()).toEqual(
      inOrder(content, 'rows').map((row) =>
        inOrder(content, 'columns').map((column) => text(row, column)),
      ),
    );
    expect(editor.contents().ops[1]).toEqual({ insert: { [TABLE]: content } });
  }
});

it('a_pasted_table_becomes_a_table_and_in_a_cell_its_text_alone', () => {
  const { editor, blot } = open();
  const html = '<table><tr><th>A</th><td><b>B</b></td></tr><tr><td>C</td></tr></table>';
  const pasted = editor.quill.clipboard.convert({ html });
  const table = (pasted.ops[0]?.insert as Record<string, TableContent>)[TABLE] ?? {};
  expect(inOrder(table, 'rows')).toHaveLength(2);
  expect(inOrder(table, 'columns')).toHaveLength(2);
  expect(JSON.stringify(table)).toContain('{"bold":true,"insert":"B"}');
  blot.enter('r2', 'c1');
  const cell = tableFocus(editor.quill).place?.editor.quill;
  const inCell = cell?.clipboard.convert({ html: `x${html}<hr><img data-image="images/1">y` });
  expect(inCell?.ops.every(({ insert }) => typeof insert === 'string')).toBe(true);
});

it('everything_that_is_selected_begins_with_a_table_at_the_start_and_can_be_deleted', () => {
  const { editor, host } = open();
  editor.quill.deleteText(0, 7, 'user');
  const press = (key: string, ctrlKey = false): void => {
    const options = { key, ctrlKey, bubbles: true, cancelable: true };
    editor.quill.root.dispatchEvent(new KeyboardEvent('keydown', options));
  };
  editor.quill.setSelection(2, 0, 'user');
  press('a', true);
  expect(editor.quill.getSelection()).toEqual({ index: 0, length: editor.quill.getLength() - 1 });
  press('Delete');
  expect(host.querySelectorAll('table')).toHaveLength(0);
  expect(editor.text()).toBe('\n');
});
