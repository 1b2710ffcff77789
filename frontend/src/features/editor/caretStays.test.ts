import Delta from 'quill-delta';
import { expect, it } from 'vitest';
import { openEditor } from './testing/openEditor';

it('the_caret_that_was_left_moves_along_with_what_others_write', () => {
  const { editor, quill } = openEditor();
  editor.replace(new Delta().insert('one\ntwo\n'));
  quill.setSelection(4, 3, 'user');
  const field = document.createElement('input');
  document.body.append(field);
  field.focus();
  editor.patch(new Delta().insert('first\n'));
  editor.patch(new Delta().retain(11).insert('!'));
  quill.focus();
  expect(quill.getSelection()).toEqual({ index: 10, length: 4 });
});
