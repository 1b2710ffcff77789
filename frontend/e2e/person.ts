import { randomUUID } from 'node:crypto';
import {
  expect,
  type Browser,
  type BrowserContextOptions,
  type Locator,
  type Page,
} from '@playwright/test';

export function productUrl(path = ''): string {
  const base = process.env['BASE_URL'];
  if (base === undefined) throw new Error('BASE_URL names no running product');
  return new URL(path, base.endsWith('/') ? base : `${base}/`).href;
}

/** Closes all browsers, so that nothing of one test goes on in the next. */
export async function everybodyGoes(browser: Browser): Promise<void> {
  await Promise.all(browser.contexts().map((context) => context.close()));
}

export interface WireOp {
  readonly insert: string;
  readonly attributes?: Readonly<Record<string, unknown>>;
}

export function textOf(contents: readonly WireOp[]): string {
  return contents.map(({ insert }) => insert).join('');
}

interface Account {
  readonly email: string;
  readonly password: string;
}

/** Somebody with a browser of their own. */
export class Person {
  readonly page: Page;
  readonly name: string;
  /** Where this person reaches the product. */
  readonly base: string;
  readonly email: string;
  readonly password: string;
  /** Whatever went wrong inside the page; a test expects nothing here. */
  readonly pageErrors: string[] = [];
  /** How often the page has told the server what it holds at rest (E10). */
  comparisons = 0;

  private constructor(page: Page, name: string, base: string, account?: Account) {
    this.page = page;
    this.name = name;
    this.base = base;
    this.email =
      account?.email ?? `${name.toLowerCase().replaceAll(' ', '.')}-${randomUUID()}@example.com`;
    this.password = account?.password ?? `pw-${randomUUID()}`;
    // The browser asks before it leaves unsaved edits; these tests leave.
    page.on('dialog', (dialog) => void dialog.accept());
    page.on('websocket', (socket) => {
      socket.on('framesent', ({ payload }) => {
        if (String(payload).startsWith('{"type":"hash"')) this.comparisons += 1;
      });
      socket.on('framereceived', ({ payload }) => {
        // Whatever these tests do, no replica may ever differ from the server's.
        if (String(payload).includes('"type":"resync"')) this.pageErrors.push('resync');
      });
    });
    page.on('pageerror', (error) => this.pageErrors.push(error.message));
    page.on('console', (message) => {
      if (/Content Security Policy/i.test(message.text())) this.pageErrors.push(message.text());
    });
  }

  static async signUp(
    browser: Browser,
    name: string,
    base = productUrl(),
    options: BrowserContextOptions = {},
  ): Promise<Person> {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      ...options,
    });
    const person = new Person(await context.newPage(), name, base);
    const { page } = person;
    await page.goto(person.url('sign-up'));
    await page.getByLabel('Your name').fill(name);
    await page.getByLabel('Email').fill(person.email);
    await page.locator('input[type=password]').fill(person.password);
    await page.getByRole('button', { name: 'Create account' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page).not.toHaveURL(/sign-up/);
    return person;
  }

  /** The same person with another tab of the same browser. */
  async newTab(): Promise<Person> {
    return new Person(await this.page.context().newPage(), this.name, this.base, this);
  }

  /** The tab dies, without a chance to do anything. */
  async crashTab(): Promise<void> {
    const session = await this.page.context().newCDPSession(this.page);
    const crashed = this.page.waitForEvent('crash');
    session.send('Page.crash').catch(() => undefined); // the dead page gives no answer
    await crashed;
    await this.page.close();
  }

  url(path = ''): string {
    return new URL(path, this.base.endsWith('/') ? this.base : `${this.base}/`).href;
  }

  get editor(): Locator {
    return this.page.getByRole('textbox', { name: 'Text of the document' });
  }

  get status(): Locator {
    return this.page.getByRole('status');
  }

  /** On a phone the rooms are behind a button. */
  async showRooms(): Promise<void> {
    const toggle = this.page.getByRole('button', { name: 'Show rooms' });
    if (await toggle.isVisible()) await toggle.click();
  }

  async createRoom(name: string): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 1 })).toBeVisible();
    await this.showRooms();
    await this.page.getByRole('button', { name: 'New room' }).click();
    await this.page.getByLabel('Name of the room').fill(name);
    await this.page.getByRole('button', { name: 'Create room' }).last().click();
    await expect(this.page.getByRole('heading', { level: 1, name })).toBeVisible();
  }

  async addMember(other: Person): Promise<void> {
    await this.page.getByRole('button', { name: 'Members' }).click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByLabel('Add people, groups').fill(other.email);
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(dialog.getByText(other.name, { exact: true })).toBeVisible();
    await this.page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  }

  /** In the room that is open. */
  async setRole(other: Person, role: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Members' }).click();
    const dialog = this.page.getByRole('dialog');
    const answered = this.page.waitForResponse((answer) => answer.request().method() === 'PUT');
    await dialog.getByLabel(`Role of ${other.name}`).selectOption(role);
    expect((await answered).ok()).toBe(true);
    await this.page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  }

  /** Makes a document and opens it; its id. */
  async createDocument(title: string): Promise<string> {
    await this.page.getByRole('button', { name: 'New document' }).click();
    await this.ready();
    const field = this.page.getByLabel('Title of the document');
    await expect(field).toBeFocused();
    await field.fill(title);
    const answered = this.page.waitForResponse((answer) => answer.request().method() === 'PATCH');
    await field.press('Enter');
    expect((await answered).ok()).toBe(true);
    return this.page.url().split('/').at(-1) ?? '';
  }

  async openDocument(id: string): Promise<void> {
    await this.page.goto(this.url(`documents/${id}`));
    await this.ready();
  }

  async ready(): Promise<void> {
    await expect(this.editor).toBeEditable();
    await expect(this.status).toHaveText('Saved');
  }

  /** An access token of a session of its own. */
  async token(): Promise<string> {
    const login = await this.page.context().request.post(this.url('api/auth/login'), {
      data: { email: this.email, password: this.password },
    });
    return ((await login.json()) as { accessToken: string }).accessToken;
  }

  /** The committed document, read with a session of its own through REST. */
  async committed(documentId: string): Promise<readonly WireOp[]> {
    const accessToken = await this.token();
    const answer = await this.page
      .context()
      .request.get(this.url(`api/documents/${documentId}/contents`), {
        headers: { Authorization: `Bearer ${accessToken}` },
      });
    expect(answer.status()).toBe(200);
    return ((await answer.json()) as { contents: readonly WireOp[] }).contents;
  }

  /** What the document looks like, without what belongs to this window only. */
  html(): Promise<string> {
    const own = /<span class="ql-cursor">[^<]*<\/span>/g;
    return this.editor.evaluate((root) => root.innerHTML).then((html) => html.replace(own, ''));
  }
}
