import { expect, test, type Page } from '@playwright/test';
import { Person, everybodyGoes, type WireOp } from './person';

test.afterEach(async ({ browser }) => {
  await everybodyGoes(browser);
});

/** Does it in an empty document. */
type Way = (page: Page) => Promise<void>;

interface Case {
  readonly name: string;
  /** Each way that the format has, by its name. */
  readonly ways: Readonly<Record<string, Way>>;
  /** The whole document then, on the server. */
  readonly stored: readonly WireOp[] | ((ops: readonly WireOp[]) => void);
}

const type = (page: Page, text: string) => page.keyboard.type(text);

function press(page: Page, name: string): Promise<void> {
  return page.getByRole('button', { name, exact: true }).click();
}

/** The toolbar's button, or the button in one of its menus, before the text is typed. */
const button =
  (...names: readonly string[]): Way =>
  async (page) => {
    for (const name of names) await press(page, name);
    await type(page, 'word');
  };

const style =
  (label: string): Way =>
  async (page) => {
    await page.getByLabel('Paragraph style').selectOption({ label });
    await type(page, 'word');
  };

/** The "/" menu by the first entry that fits. */
const slash =
  (query: string, text = 'word'): Way =>
  async (page) => {
    await type(page, `/${query}`);
    await expect(page.getByRole('listbox', { name: 'Insert' })).toBeVisible();
    await page.keyboard.press('Enter');
    await type(page, text);
  };

/** Characters that turn into a format, or keys. */
const typed =
  (text: string): Way =>
  (page) =>
    type(page, text);
const keys =
  (shortcut: string): Way =>
  async (page) => {
    await page.keyboard.press(shortcut);
    await type(page, 'word');
  };

const line = (attributes: Record<string, unknown>): readonly WireOp[] => [
  { insert: 'word' },
  { insert: '\n', attributes },
];
const inline = (attributes: Record<string, unknown>): readonly WireOp[] => [
  { insert: 'word', attributes },
  { insert: '\n' },
];

const PARAGRAPHS: readonly Case[] = [
  ...([1, 2, 3] as const).map((level): Case => ({
    name: `heading ${String(level)}`,
    ways: {
      toolbar: style(`Heading ${String(level)}`),
      slash: slash(`h${String(level)}`),
      markdown: typed(`${'#'.repeat(level)} word`),
      keys: keys(`Control+Alt+${String(level)}`),
    },
    stored: line({ header: level }),
  })),
  {
    name: 'quote',
    ways: {
      toolbar: style('Quote'),
      slash: slash('quote'),
      markdown: typed('> word'),
      keys: keys('Control+Shift+9'),
    },
    stored: line({ blockquote: true }),
  },
  {
    name: 'code block',
    ways: {
      toolbar: style('Code block'),
      slash: slash('code'),
      markdown: typed('```word'),
      keys: keys('Control+Alt+c'),
    },
    stored: line({ 'code-block': true }),
  },
  {
    name: 'code with a language',
    ways: {
      toolbar: async (page) => {
        await page.getByLabel('Paragraph style').selectOption({ label: 'Code block' });
        await type(page, 'word');
        await page.getByLabel('Language of the code').selectOption('java');
      },
    },
    stored: line({ 'code-block': 'java' }),
  },
  ...(
    [
      ['Centre', 'center', 'e'],
      ['Align right', 'right', 'r'],
      ['Justify', 'justify', 'j'],
    ] as const
  ).map(([label, align, key]): Case => ({
    name: label,
    ways: { toolbar: button('Alignment', label), keys: keys(`Control+Shift+${key}`) },
    stored: line({ align }),
  })),
  {
    name: 'left again',
    ways: { toolbar: button('Alignment', 'Centre', 'Alignment', 'Align left') },
    stored: [{ insert: 'word\n' }],
  },
];

const LISTS: readonly Case[] = [
  {
    name: 'bulleted list',
    ways: {
      toolbar: button('Bulleted list'),
      slash: slash('bullet'),
      markdown: typed('- word'),
      keys: keys('Control+Shift+8'),
    },
    stored: line({ list: 'bullet' }),
  },
  {
    name: 'numbered list',
    ways: {
      toolbar: button('Numbered list'),
      slash: slash('number'),
      markdown: typed('1. word'),
      keys: keys('Control+Shift+7'),
    },
    stored: line({ list: 'ordered' }),
  },
  {
    name: 'task list',
    ways: {
      toolbar: button('Task list'),
      slash: slash('task'),
      markdown: typed('[] word'),
      keys: keys('Control+Shift+6'),
    },
    stored: line({ list: 'unchecked' }),
  },
  {
    name: 'task done',
    ways: {
      markdown: typed('[x] word'),
      keys: async (page) => {
        await type(page, '[] word');
        await page.keyboard.press('Control+Enter');
      },
    },
    stored: line({ list: 'checked' }),
  },
  {
    name: 'nested list',
    ways: {
      toolbar: button('Bulleted list', 'Indent'),
      keys: async (page) => {
        await type(page, '- word');
        await page.keyboard.press('Control+]');
      },
      tab: async (page) => {
        await type(page, '- ');
        await page.keyboard.press('Tab');
        await type(page, 'word');
      },
    },
    stored: line({ list: 'bullet', indent: 1 }),
  },
  {
    name: 'list taken back a step',
    ways: { toolbar: button('Bulleted list', 'Indent', 'Outdent') },
    stored: line({ list: 'bullet' }),
  },
];

const INLINE: readonly Case[] = [
  {
    name: 'bold',
    ways: { toolbar: button('Bold'), markdown: typed('**word**'), keys: keys('Control+b') },
    stored: inline({ bold: true }),
  },
  {
    name: 'italic',
    ways: { toolbar: button('Italic'), markdown: typed('*word*'), keys: keys('Control+i') },
    stored: inline({ italic: true }),
  },
  {
    name: 'underline',
    ways: { toolbar: button('Underline'), keys: keys('Control+u') },
    stored: inline({ underline: true }),
  },
  {
    name: 'strikethrough',
    ways: {
      toolbar: button('Strikethrough'),
      markdown: typed('~~word~~'),
      keys: keys('Control+Shift+x'),
    },
    stored: inline({ strike: true }),
  },
  {
    name: 'inline code',
    ways: { toolbar: button('Inline code'), markdown: typed('`word`'), keys: keys('Control+e') },
    stored: inline({ code: true }),
  },
  {
    name: 'superscript',
    ways: { keys: keys('Control+.') },
    stored: inline({ script: 'super' }),
  },
  { name: 'subscript', ways: { keys: keys('Control+,') }, stored: inline({ script: 'sub' }) },
  {
    name: 'colour',
    ways: { toolbar: button('Text colour', 'Text colour: red') },
    stored: inline({ color: '#b42318' }),
  },
  {
    name: 'highlight',
    ways: { toolbar: button('Highlight', 'Highlight: yellow') },
    stored: inline({ background: '#fbf0a2' }),
  },
  {
    name: 'cleared',
    ways: {
      toolbar: async (page) => {
        await page.keyboard.press('Control+b');
        await type(page, 'word');
        await page.keyboard.press('Shift+Home');
        await press(page, 'Clear formatting');
        await page.keyboard.press('End');
      },
    },
    stored: [{ insert: 'word\n' }],
  },
];

async function address(page: Page): Promise<void> {
  await page.getByLabel('Address').fill('example.com');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Address')).toHaveCount(0);
  await page.keyboard.press('End');
}

const select: Way = async (page) => {
  await type(page, 'word');
  await page.keyboard.press('Shift+Home');
};

const INSERTED: readonly Case[] = [
  {
    name: 'link',
    ways: {
      toolbar: async (page) => {
        await select(page);
        await press(page, 'Link');
        await address(page);
      },
      keys: async (page) => {
        await select(page);
        await page.keyboard.press('Control+k');
        await address(page);
      },
    },
    stored: inline({ link: 'https://example.com' }),
  },
  {
    name: 'link of its own',
    ways: {
      slash: async (page) => {
        await slash('link', '')(page);
        await address(page);
      },
    },
    stored: inline({ link: 'https://example.com' }).map((op) =>
      op.insert === 'word' ? { ...op, insert: 'https://example.com' } : op,
    ),
  },
  {
    name: 'divider',
    ways: { toolbar: button('Divider'), slash: slash('divider'), markdown: typed('---word') },
    stored: (ops) => {
      expect(ops).toEqual([{ insert: { divider: true } }, { insert: 'word\n' }]);
    },
  },
  {
    name: 'emoji',
    ways: {
      toolbar: async (page) => {
        await press(page, 'Emoji');
        await page.getByRole('dialog').getByRole('button', { name: 'rocket' }).click();
        await type(page, ' word');
      },
      slash: async (page) => {
        await slash('emoji', 'rocket')(page);
        await page.keyboard.press('Enter');
        await expect(page.getByRole('dialog')).toHaveCount(0);
        await type(page, ' word');
      },
      typed: async (page) => {
        await type(page, ':rocket');
        await expect(page.getByRole('listbox', { name: 'Emoji' })).toBeVisible();
        await page.keyboard.press('Enter');
        await type(page, ' word');
      },
    },
    stored: [{ insert: '🚀 word\n' }],
  },
  {
    name: 'mention',
    ways: {
      typed: async (page) => {
        await type(page, '@an');
        await expect(page.getByRole('listbox', { name: 'Members of the room' })).toBeVisible();
        await page.keyboard.press('Enter');
      },
      slash: async (page) => {
        await slash('mention', '')(page);
        await expect(page.getByRole('listbox', { name: 'Members of the room' })).toBeVisible();
        await page.keyboard.press('Enter');
      },
    },
    stored: ([mention]) => {
      expect(mention?.insert).toMatchObject({ mention: { name: 'Ana' } });
    },
  },
  {
    name: 'table',
    ways: {
      toolbar: async (page) => {
        await press(page, 'Table');
        await leaveTable(page);
      },
      slash: async (page) => {
        await slash('table', '')(page);
        await leaveTable(page);
      },
    },
    stored: ([table, behind]) => {
      const value = (table?.insert as unknown as { 'table-embed': object })['table-embed'];
      expect(Object.values(value)).toContainEqual([{ insert: 'Cell', bold: true }]);
      expect(behind).toEqual({ insert: 'word\n' });
    },
  },
];

/** Writes into its first cell, in bold, and behind it. */
async function leaveTable(page: Page): Promise<void> {
  await expect(page.getByRole('textbox', { name: 'Row 1, column 1' }).last()).toBeFocused();
  await page.keyboard.press('Control+b');
  await type(page, 'Cell');
  await page.keyboard.press('Escape');
  await type(page, 'word');
}

const GROUPS = { PARAGRAPHS, LISTS, INLINE, INSERTED };

for (const [group, cases] of Object.entries(GROUPS)) {
  test(`${group.toLowerCase()}: each way to each format is stored and shown the same`, async ({
    browser,
  }) => {
    const ana = await Person.signUp(browser, 'Ana');
    const ben = await Person.signUp(browser, 'Ben');
    await ana.createRoom('Formats');
    await ana.addMember(ben);
    const id = await ana.createDocument(group);
    await ben.openDocument(id);
    const { page } = ana;
    const contents = await committedOf(ana, id);
    await ana.editor.click();

    for (const { name, ways, stored } of cases) {
      for (const [way, make] of Object.entries(ways)) {
        await test.step(`${name} by ${way}`, async () => {
          await make(page);
          await expect(ana.status).toHaveText('Saved');
          await expect(async () => {
            const now = await contents();
            if (typeof stored === 'function') stored(now);
            else expect(now).toEqual(stored);
          }, `${name} by ${way}`).toPass({ timeout: 5_000 });
          await expect.poll(() => ben.html(), `${name} by ${way}`).toBe(await ana.html());
          await empty(page, ana);
        });
      }
    }
    expect([...ana.pageErrors, ...ben.pageErrors]).toEqual([]);
  });
}

/** Reads what is committed, time after time, with one sign-in. */
async function committedOf(ana: Person, id: string): Promise<() => Promise<readonly WireOp[]>> {
  const headers = { Authorization: `Bearer ${await ana.token()}` };
  return async () => {
    const url = ana.url(`api/documents/${id}/contents`);
    const answer = await ana.page.context().request.get(url, { headers });
    return ((await answer.json()) as { contents: readonly WireOp[] }).contents;
  };
}

/** The document as it was made, so that one case says nothing about another. */
async function empty(page: Page, ana: Person): Promise<void> {
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await page.keyboard.press('Control+Alt+0');
  await page.keyboard.press('Control+\\');
  await page.keyboard.press('Control+Shift+l');
  await expect(ana.editor).toHaveText('');
}
