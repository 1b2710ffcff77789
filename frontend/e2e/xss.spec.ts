import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { Person, everybodyGoes } from './person';
import { XSS_CORPUS } from './xssCorpus';

test.afterEach(async ({ browser }) => {
  await everybodyGoes(browser);
});

const TRAP = '<img src=x onerror=window.ran=1>';

async function rest(
  person: Person,
  method: 'POST' | 'PATCH',
  path: string,
  data: unknown,
): Promise<number> {
  const answer = await person.page.context().request.fetch(person.url(`api/${path}`), {
    method,
    data,
    headers: { Authorization: `Bearer ${await person.token()}` },
  });
  return answer.status();
}

function submit(person: Person, id: string, seq: number, delta: unknown, clientId: string) {
  return rest(person, 'POST', `documents/${id}/changes`, { clientId, seq, baseRevision: 0, delta });
}

/** While what is pasted is parsed for cleaning, the page's policy takes its styles and bases out. */
const TAKEN_OUT = /Applying inline style|Setting the document's base URI/;

/** Nothing of the corpus has run, nor tried to. */
async function nothingRan(person: Person): Promise<void> {
  expect(await person.page.evaluate(() => 'ran' in window)).toBe(false);
  expect(person.pageErrors.filter((error) => !TAKEN_OUT.test(error))).toEqual([]);
}

test('S10_corpus_in_texts_names_and_titles_runs_nothing_anywhere', async ({ browser }) => {
  const ana = await Person.signUp(browser, 'Ana');
  const ben = await Person.signUp(browser, 'Ben');
  await ana.createRoom(TRAP);
  await ana.addMember(ben);
  const id = await ana.createDocument(`${TRAP} title`);
  expect(await rest(ana, 'PATCH', 'users/me', { displayName: TRAP })).toBe(200);

  const client = randomUUID();
  const lines = XSS_CORPUS.flatMap((text, at) => [
    { insert: text },
    {
      insert: '\n',
      attributes:
        at % 4 === 0
          ? { header: 2 }
          : at % 4 === 1
            ? { list: 'bullet' }
            : at % 4 === 2
              ? { 'code-block': 'html' }
              : {},
    },
  ]);
  expect(await submit(ana, id, 1, lines, client)).toBe(201);
  const others = [
    { insert: 'link', attributes: { link: `https://example.com/"><script>window.ran=1</script>` } },
    { insert: { mention: { userId: randomUUID(), name: TRAP } } },
    { insert: { image: `images/${randomUUID()}` }, attributes: { alt: `" onerror="window.ran=1` } },
    {
      insert: {
        'table-embed': { rows: { r1: 'i' }, columns: { c1: 'i' }, 'r1:c1': [{ insert: TRAP }] },
      },
    },
  ];
  expect(await submit(ana, id, 2, others, client)).toBe(201);

  await ben.openDocument(id);
  await expect(ben.editor).toContainText('window.ran=1');
  await ben.page.keyboard.press('Control+f');
  await ben.page.getByRole('search').getByRole('textbox').first().fill('onerror');
  await ben.page.keyboard.press('Escape');
  await ben.page.getByRole('button', { name: 'History', exact: true }).click();
  const history = ben.page.getByRole('complementary', { name: 'History' });
  await history
    .getByRole('button', { name: /characters added/ })
    .first()
    .click();
  await expect(ben.page.getByRole('toolbar', { name: 'Earlier version' })).toBeVisible();
  await nothingRan(ben);

  await ben.page.goto(ben.url());
  await ben.page.getByRole('combobox', { name: 'Search' }).fill('onerror');
  await expect(ben.page.getByRole('option').first()).toContainText('onerror', { timeout: 20_000 });
  await nothingRan(ben);
});

test('S10_corpus_that_is_pasted_runs_nothing_and_comes_out_escaped', async ({ browser }) => {
  const ana = await Person.signUp(browser, 'Ana');
  await ana.createRoom('Pasting');
  const id = await ana.createDocument('Pasted');
  await ana.editor.click();
  for (const html of XSS_CORPUS) {
    await ana.editor.evaluate((root, text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/html', `${text}<p>and more</p>`);
      clipboardData.setData('text/plain', text);
      root.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      );
    }, html);
  }
  await expect(ana.status).toHaveText('Saved');
  expect(JSON.stringify(await ana.committed(id))).toContain('and more');
  await nothingRan(ana);

  const copied = await ana.editor.evaluate((root) => {
    const all = document.createRange();
    all.selectNodeContents(root);
    getSelection()?.removeAllRanges();
    getSelection()?.addRange(all);
    const clipboardData = new DataTransfer();
    root.dispatchEvent(
      new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }),
    );
    const parsed = new DOMParser().parseFromString(clipboardData.getData('text/html'), 'text/html');
    return [...parsed.querySelectorAll('*')].flatMap((element) => [
      ...(/^(script|iframe|object|embed|svg|math|form|base|link|meta|style)$/i.test(element.tagName)
        ? [element.tagName]
        : []),
      ...[...element.attributes]
        .filter(({ name, value }) => name.startsWith('on') || /^\s*javascript:/i.test(value))
        .map(({ name, value }) => `${name}=${value}`),
    ]);
  });
  expect(copied).toEqual([]);
  await nothingRan(ana);
});
