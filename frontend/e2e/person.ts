import { randomUUID } from 'node:crypto';
import { expect, type Browser, type Locator, type Page } from '@playwright/test';

export function productUrl(path = ''): string {
  const base = process.env['BASE_URL'];
  if (base === undefined) throw new Error('BASE_URL names no running product');
  return new URL(path, base.endsWith('/') ? base : `${base}/`).href;
}

/** Somebody with a browser of their own. */
export class Person {
  readonly page: Page;
  readonly name: string;
  readonly email: string;
  readonly password = `pw-${randomUUID()}`;
  /** Whatever went wrong inside the page; a test expects nothing here. */
  readonly pageErrors: string[] = [];

  private constructor(page: Page, name: string) {
    this.page = page;
    this.name = name;
    this.email = `${name.toLowerCase().replaceAll(' ', '.')}-${randomUUID()}@example.com`;
    // The browser asks before it leaves unsaved edits; these tests leave.
    page.on('dialog', (dialog) => void dialog.accept());
    page.on('pageerror', (error) => this.pageErrors.push(error.message));
    page.on('console', (message) => {
      if (/Content Security Policy/i.test(message.text())) this.pageErrors.push(message.text());
    });
  }

  static async signUp(browser: Browser, name: string): Promise<Person> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const person = new Person(await context.newPage(), name);
    const { page } = person;
    await page.goto(productUrl('sign-up'));
    await page.getByLabel('Your name').fill(name);
    await page.getByLabel('Email').fill(person.email);
    await page.locator('input[type=password]').fill(person.password);
    await page.getByRole('button', { name: 'Create account' }).click();
    await expect(page.getByRole('button', { name: 'Account and settings' })).toBeVisible();
    return person;
  }

  get editor(): Locator {
    return this.page.getByRole('textbox', { name: 'Text of the document' });
  }

  get status(): Locator {
    return this.page.getByRole('status');
  }

  async createRoom(name: string): Promise<void> {
    await this.page.getByRole('button', { name: 'New room' }).click();
    await this.page.getByLabel('Name of the room').fill(name);
    await this.page.getByRole('button', { name: 'Create room' }).last().click();
    await expect(this.page.getByRole('heading', { level: 1, name })).toBeVisible();
  }

  async addMember(other: Person): Promise<void> {
    await this.page.getByRole('button', { name: 'Members' }).click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByLabel('Add by email').fill(other.email);
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(dialog.getByText(other.name, { exact: true })).toBeVisible();
    await this.page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  }

  async createDocument(title: string): Promise<string> {
    await this.page.getByRole('button', { name: 'New document' }).first().click();
    await this.page.getByLabel('Title').fill(title);
    await this.page.getByRole('button', { name: 'Create document' }).click();
    await this.ready();
    return this.page.url();
  }

  async openDocument(url: string): Promise<void> {
    await this.page.goto(url);
    await this.ready();
  }

  async ready(): Promise<void> {
    await expect(this.editor).toBeEditable();
    await expect(this.status).toHaveText('Saved');
  }

  /** What the document looks like, without what belongs to this window only. */
  html(): Promise<string> {
    return this.editor.evaluate((root) => root.innerHTML);
  }
}
