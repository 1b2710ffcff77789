import Delta from 'quill-delta';
import { expect, it } from 'vitest';
import { openEditor } from '../testing/openEditor';

it.each([
  ['# ', { header: 1 }],
  ['## ', { header: 2 }],
  ['### ', { header: 3 }],
  ['- ', { list: 'bullet' }],
  ['* ', { list: 'bullet' }],
  ['1. ', { list: 'ordered' }],
  ['[] ', { list: 'unchecked' }],
  ['[x] ', { list: 'checked' }],
  ['> ', { blockquote: true }],
  ['```', { 'code-block': true }],
])('%j_at_the_start_of_a_line_makes_it_%j', async (typed, formats) => {
  const { editor, type } = openEditor();
  await type(typed);
  await type('text');
  expect(editor.contents()).toEqual(new Delta().insert('text').insert('\n', formats));
});

it.each([
  ['**bold**', 'bold'],
  ['__bold__', 'bold'],
  ['*bold*', 'italic'],
  ['_bold_', 'italic'],
  ['~~bold~~', 'strike'],
  ['`bold`', 'code'],
])('%j_becomes_%s_and_what_follows_is_plain', async (typed, format) => {
  const { editor, type } = openEditor();
  await type(`a ${typed}`);
  await type(' b');
  expect(editor.contents()).toEqual(
    new Delta()
      .insert('a ')
      .insert('bold', { [format]: true })
      .insert(' b\n'),
  );
});

it('three_dashes_make_a_divider', async () => {
  const { editor, type } = openEditor();
  await type('---');
  await type('x');
  expect(editor.contents()).toEqual(new Delta().insert({ divider: true }).insert('x\n'));
});

it.each(['2 * 3 * 4', 'snake_case_name', '5 - 3', 'a** b**', '# ', '****'])(
  '%j_within_a_line_stays_as_typed',
  async (typed) => {
    const { editor, type } = openEditor();
    await type('x');
    await type(typed);
    expect(editor.text()).toBe(`x${typed}\n`);
    expect(editor.contents().ops).toHaveLength(1);
  },
);

it('one_undo_brings_the_typed_characters_back', async () => {
  const { editor, type } = openEditor();
  await type('# ');
  editor.undo();
  expect(editor.contents()).toEqual(new Delta().insert('# \n'));
  editor.redo();
  expect(editor.contents()).toEqual(new Delta().insert('\n', { header: 1 }));
});

it('one_undo_brings_typed_signs_of_inline_formats_back', async () => {
  const { editor, type } = openEditor();
  await type('see **this**');
  editor.undo();
  expect(editor.contents()).toEqual(new Delta().insert('see **this**\n'));
});

it('nothing_happens_in_code', async () => {
  const { editor, type } = openEditor();
  editor.replace(new Delta().insert('\n', { 'code-block': true }));
  await type('# **a**');
  expect(editor.contents()).toEqual(
    new Delta().insert('# **a**').insert('\n', { 'code-block': true }),
  );
});

it('what_others_write_is_left_alone', async () => {
  const { editor, listener } = openEditor();
  editor.patch(new Delta().insert('# '));
  await Promise.resolve();
  expect(editor.text()).toBe('# \n');
  expect(listener.edited).not.toHaveBeenCalled();
});
