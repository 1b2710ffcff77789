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
    new Delta().insert('x', { color: 'red', link: 'javascript:alert(1)' }).insert('\n'),
  );
  expect(root.innerHTML).not.toContain('javascript');
  expect(root.innerHTML).not.toContain('color');
});

it('a_composition_is_told_and_its_end_a_tick_later', async () => {
  const { listener, root } = open();
  root.dispatchEvent(new CompositionEvent('compositionstart'));
  expect(listener.compositionStarted).toHaveBeenCalledOnce();
  root.dispatchEvent(new CompositionEvent('compositionend'));
  expect(listener.compositionEnded).not.toHaveBeenCalled();
  await expect.poll(() => listener.compositionEnded.mock.calls.length).toBe(1);
});
