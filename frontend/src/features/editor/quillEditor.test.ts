import Delta from 'quill-delta';
import { expect, it, vi } from 'vitest';
import { QuillEditor } from './quillEditor';

function open() {
  const host = document.createElement('div');
  document.body.replaceChildren(host);
  const listener = {
    edited: vi.fn<(delta: Delta) => void>(),
    selected: vi.fn(),
    compositionStarted: vi.fn(),
    compositionEnded: vi.fn(),
  };
  const editor = new QuillEditor(host, { label: 'Text', placeholder: 'Write' }, listener);
  editor.setEditable(true);
  const root = host.querySelector<HTMLElement>('[role=textbox]');
  if (root === null) throw new Error('no textbox was made');
  return { editor, listener, root };
}

it('it_is_a_labelled_multiline_textbox', () => {
  const { root } = open();
  expect(root.getAttribute('aria-label')).toBe('Text');
  expect(root.getAttribute('aria-multiline')).toBe('true');
});

it('what_the_session_applies_is_not_reported_as_an_edit', () => {
  const { editor, listener, root } = open();
  editor.replace(new Delta().insert('Hello\n'));
  editor.patch(new Delta().retain(5).insert(' you', { bold: true }));
  expect(root.innerHTML).toBe('<p>Hello<strong> you</strong></p>');
  expect(listener.edited).not.toHaveBeenCalled();
});

it('replacing_changes_only_what_differs', () => {
  const { editor, root } = open();
  editor.replace(new Delta().insert('one\ntwo\n'));
  const first = root.firstElementChild;
  editor.replace(new Delta().insert('one\ntwo!\n'));
  expect(root.firstElementChild).toBe(first);
  expect(editor.text()).toBe('one\ntwo!\n');
});

it('an_edit_that_the_browser_has_not_told_yet_is_reported_by_flush', () => {
  const { editor, listener, root } = open();
  editor.replace(new Delta().insert('ab\n'));
  const text = root.querySelector('p')?.firstChild;
  if (text === null || text === undefined) throw new Error('there is no text');
  text.nodeValue = 'abc';
  editor.flush();
  expect(listener.edited).toHaveBeenCalledWith(new Delta().retain(2).insert('c'));
});

it('formats_outside_the_list_do_not_reach_the_page', () => {
  const { editor, root } = open();
  editor.replace(
    new Delta().insert('x', { size: 'huge', link: 'javascript:alert(1)' }).insert('\n'),
  );
  expect(root.innerHTML).not.toContain('javascript');
  expect(root.innerHTML).not.toContain('huge');
});

it('a_composition_is_told_and_its_end_a_tick_later', async () => {
  const { listener, root } = open();
  root.dispatchEvent(new CompositionEvent('compositionstart'));
  expect(listener.compositionStarted).toHaveBeenCalledOnce();
  root.dispatchEvent(new CompositionEvent('compositionend'));
  expect(listener.compositionEnded).not.toHaveBeenCalled();
  await expect.poll(() => listener.compositionEnded.mock.calls.length).toBe(1);
});

/** Types into the page as a user does, so that Quill records it. */
function type(editor: QuillEditor, root: HTMLElement, text: string): void {
  const line = root.querySelector('p');
  if (line === null) throw new Error('there is no line');
  line.textContent = text;
  editor.flush();
}

it('undo_takes_back_only_what_the_user_did_also_after_a_resync', () => {
  const { editor, listener, root } = open();
  editor.replace(new Delta().insert('ab\n'));
  type(editor, root, 'abMINE');
  editor.patch(new Delta().insert('theirs '));
  editor.replace(new Delta().insert('theirs abMINE\nresynced\n'));
  editor.undo();
  expect(editor.text()).toBe('theirs ab\nresynced\n');
  expect(listener.edited).toHaveBeenLastCalledWith(new Delta().retain(9).delete(4));
  editor.undo();
  expect(editor.text()).toBe('theirs ab\nresynced\n');
  editor.patch(new Delta().delete(7));
  editor.redo();
  expect(editor.text()).toBe('abMINE\nresynced\n');
  expect(listener.edited).toHaveBeenLastCalledWith(new Delta().retain(2).insert('MINE'));
});

it('undo_has_nothing_to_do_for_an_edit_that_was_taken_back', () => {
  const { editor, listener, root } = open();
  editor.replace(new Delta().insert('ab\n'));
  type(editor, root, 'abMINE');
  editor.patch(new Delta().retain(2).delete(4));
  const edits = listener.edited.mock.calls.length;
  editor.undo();
  expect(editor.text()).toBe('ab\n');
  expect(listener.edited).toHaveBeenCalledTimes(edits);
});

it('kept_text_is_put_back_in_lines_of_its_own', () => {
  const { editor, listener } = open();
  editor.replace(new Delta().insert('one\ntwo\n'));
  editor.insertLines('kept\nlines\n', 1);
  expect(editor.text()).toBe('one\nkept\nlines\ntwo\n');
  expect(listener.edited).toHaveBeenLastCalledWith(new Delta().retain(3).insert('\nkept\nlines'));
  editor.insertLines('end', 1_000);
  expect(editor.text()).toBe('one\nkept\nlines\ntwo\nend\n');
});

it.each([
  new Delta().insert('x', { color: '#b42318', background: '#fbf0a2' }).insert('\n'),
  new Delta().insert('x', { color: 'rgb(1, 2, 3)', bold: true, script: 'sub' }).insert('\n'),
  new Delta().insert('a').insert('\n', { list: 'checked', indent: 8, align: 'right' }),
  new Delta()
    .insert('a')
    .insert('\n', { header: 6 })
    .insert('b')
    .insert('\n', { direction: 'rtl' }),
  new Delta().insert('a').insert('\n', { 'code-block': 'c++' }).insert('b').insert('\n', {
    'code-block': true,
  }),
  new Delta().insert('a\n').insert({ divider: true }).insert('x', { code: true }).insert('\n'),
])('the_editor_holds_what_the_document_holds %#', (contents) => {
  const { editor } = open();
  editor.replace(contents);
  expect(editor.contents()).toEqual(contents);
});
