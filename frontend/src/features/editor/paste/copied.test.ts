import { expect, it } from 'vitest';
import Delta from 'quill-delta';
import { openEditor } from '../testing/openEditor';

function copied(contents: Delta): Record<string, string> {
  const { editor, quill } = openEditor();
  editor.replace(contents);
  quill.setSelection(0, quill.getLength() - 1, 'silent');
  const data: Record<string, string> = {};
  const event = new Event('copy', { cancelable: true }) as ClipboardEvent;
  Object.defineProperty(event, 'clipboardData', {
    value: { setData: (type: string, text: string) => (data[type] = text) },
  });
  quill.clipboard.onCaptureCopy(event);
  return data;
}

it('a_mention_is_copied_as_the_name', () => {
  const userId = '01234567-89ab-cdef-0123-456789abcdef';
  const data = copied(
    new Delta()
      .insert('Ask ')
      .insert({ mention: { userId, name: 'Ana <b>' } })
      .insert(' now\n'),
  );
  expect(data['text/plain']).toBe('Ask @Ana <b> now');
  expect(data['text/html']).toContain('@Ana &lt;b&gt;');
});

it('a_table_is_copied_as_a_table_whose_text_is_no_markup', () => {
  const table = {
    rows: { r1: 'i' },
    columns: { c1: 'i' },
    'r1:c1': [{ insert: '<img onerror=x>' }],
  };
  const data = copied(new Delta().insert({ 'table-embed': table }).insert('end\n'));
  expect(data['text/plain']).toBe('<img onerror=x>\nend');
  expect(data['text/html']).toContain('<table>');
  expect(data['text/html']).not.toContain('<img');
});
