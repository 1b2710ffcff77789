import { expect, test } from '@playwright/test';
import { Person, everybodyGoes } from './person';

test.afterEach(async ({ browser }) => {
  await everybodyGoes(browser);
});

function paste(ana: Person, data: Readonly<Record<string, string>>): Promise<void> {
  return ana.editor.evaluate((root, entries) => {
    const clipboardData = new DataTransfer();
    for (const [type, value] of Object.entries(entries)) clipboardData.setData(type, value);
    root.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, data);
}

test('what is pasted is cleaned, taken by the server, and runs nothing', async ({ browser }) => {
  const ana = await Person.signUp(browser, 'Ana');
  await ana.createRoom('Pasting');
  const id = await ana.createDocument('Pasted');
  await ana.editor.click();
  await paste(ana, {
    'text/plain': 'ignored',
    'text/html':
      '<script>window.ran = 1</script><h2 onclick="x()" style="color:red">Head</h2>' +
      '<p>A <b>bold</b> <a href="javascript:alert(1)">trap</a> <a href="https://example.com/">link</a>' +
      '<img src="https://evil.example/x.gif" onerror="window.ran = 1"></p>' +
      '<p class="MsoListParagraph" style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">·</span>Item</p>',
  });
  await ana.page.keyboard.press('Control+End');
  // Only told: pressed, the browser would paste what its own clipboard holds.
  await ana.editor.dispatchEvent('keydown', {
    key: 'V',
    code: 'KeyV',
    ctrlKey: true,
    shiftKey: true,
    bubbles: true,
  });
  await paste(ana, { 'text/plain': 'plain', 'text/html': '<b>plain</b>' });
  await expect(ana.status).toHaveText('Saved');
  expect(await ana.committed(id)).toEqual([
    { insert: 'Head' },
    { insert: '\n', attributes: { header: 2 } },
    { insert: 'A ' },
    { insert: 'bold', attributes: { bold: true } },
    { insert: ' trap ' },
    { insert: 'link', attributes: { link: 'https://example.com/' } },
    { insert: '\nItem' },
    { insert: '\n', attributes: { list: 'bullet' } },
    { insert: 'plain\n' },
  ]);
  expect(await ana.page.evaluate(() => 'ran' in window)).toBe(false);
  expect(ana.pageErrors).toEqual([]);
});
