import Delta from 'quill-delta';
import { expect, it } from 'vitest';
import { openEditor } from './testing/openEditor';

it('a_document_of_many_blocks_is_marked_as_long_and_a_shorter_one_no_more', () => {
  const { editor, quill } = openEditor();
  const isLong = (): boolean => quill.container.classList.contains('is-long');
  editor.replace(new Delta().insert('line\n'.repeat(300)));
  expect(isLong()).toBe(false);
  editor.patch(new Delta().insert('line\n'));
  expect(isLong()).toBe(true);
  editor.patch(new Delta().delete(5));
  expect(isLong()).toBe(false);
});

it('what_may_not_stand_among_the_lines_is_still_put_into_one', () => {
  const { editor, quill } = openEditor();
  editor.replace(new Delta().insert('one\ntwo\n'));
  quill.root.insertBefore(document.createTextNode('between'), quill.root.lastChild);
  quill.update();
  expect([...quill.root.children].map(({ tagName }) => tagName)).toEqual(['P', 'P', 'P']);
  expect(editor.text()).toBe('one\nbetween\ntwo\n');
});

it('react_does_not_see_that_it_is_editable', () => {
  const { quill } = openEditor();
  expect(quill.root.contentEditable).toBe('inherit');
  expect(quill.root.getAttribute('contenteditable')).toBe('true');
  expect(quill.isEnabled()).toBe(true);
});
