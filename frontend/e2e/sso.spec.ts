import { randomUUID } from 'node:crypto';
import { expect, test, type Page } from '@playwright/test';
import { Keycloak } from './keycloak';
import { Person } from './person';
import { Product, freePort } from './product';

const PASSWORD = 'a password at the company';
const EMAIL = 'ana@example.com';

let product: Product;
let keycloak: Keycloak;
let ana: string;
let document: string;

/** Olga has a local account and a room; the configuration gives the company's group a role in it. */
test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000);
  const port = await freePort();
  Object.assign(process.env, {
    COLLAB_SSO_ISSUER: `http://127.0.0.1:${String(port)}/realms/collab`,
    COLLAB_SSO_CLIENT_ID: 'collab',
    COLLAB_SSO_CLIENT_SECRET: 'change-me',
    COLLAB_SSO_NAME: 'Example Inc.',
  });
  product = await Product.start();
  const begun = Date.now();
  keycloak = await Keycloak.start(port, product.url);
  console.info(`Keycloak was ready after ${((Date.now() - begun) / 1000).toFixed(1)} s`);
  ana = await keycloak.createUser('Ana', EMAIL, PASSWORD);
  await keycloak.join(ana, 'finance');

  const olga = await Person.signUp(browser, 'Olga', product.url);
  await olga.createRoom('Budget');
  const room = olga.page.url().split('/').at(-1) ?? '';
  document = await olga.createDocument('Plan');
  await olga.page.context().close();
  await product.stop();
  process.env['COLLAB_SSO_GROUP_ROLES'] = `finance=editor@${room}`;
  await product.start();
});

test.afterAll(async () => {
  await keycloak.close();
  await product.close();
});

async function signIn(page: Page, path = ''): Promise<void> {
  await page.goto(new URL(path, product.url).href);
  await page.getByRole('link', { name: 'Sign in with Example Inc.' }).click();
  await page.locator('#username').fill(EMAIL);
  await page.locator('#password').fill(PASSWORD);
  await page.locator('#kc-login').click();
  await page.waitForURL((url) => url.origin === new URL(product.url).origin);
}

function editorOf(page: Page) {
  return page.getByRole('textbox', { name: 'Text of the document' });
}

test('signs in through Keycloak, where the group gives a role in a room', async ({ browser }) => {
  const page = await (await browser.newContext()).newPage();
  await signIn(page, `documents/${document}`);

  await expect(page).toHaveURL(new RegExp(`documents/${document}$`));
  await expect(editorOf(page)).toBeEditable();
  await editorOf(page).pressSequentially('From the company.');
  await expect(page.getByRole('status')).toHaveText('Saved');
  await page.context().close();
});

test('loses the role at the next refresh after the group is gone', async ({ browser }) => {
  const page = await (await browser.newContext()).newPage();
  await signIn(page, `documents/${document}`);
  await expect(editorOf(page)).toBeEditable();

  await keycloak.leave(ana, 'finance');
  const refreshed = page.waitForResponse((answer) => answer.url().endsWith('/api/auth/refresh'));
  await page.reload();
  expect((await refreshed).ok()).toBe(true);

  await expect(editorOf(page)).toBeHidden();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await keycloak.join(ana, 'finance');
  await page.context().close();
});

test('an administrator of Keycloak signs somebody out, and their open editor is closed', async ({
  browser,
}) => {
  const page = await (await browser.newContext()).newPage();
  const opened = page.waitForEvent('websocket');
  await signIn(page, `documents/${document}`);
  const socket = await opened;
  await expect(editorOf(page)).toBeEditable();
  await expect(page.getByRole('status')).toHaveText('Saved');

  const closed = socket.waitForEvent('close', { timeout: 10_000 });
  await keycloak.signOut(ana);
  await closed;

  const lost = randomUUID();
  await page.keyboard.type(lost);
  const olgas = await (await browser.newContext()).newPage();
  await signIn(olgas, `documents/${document}`);
  await expect(editorOf(olgas)).toBeEditable();
  await expect(editorOf(olgas)).not.toContainText(lost);
  await olgas.context().close();
  await page.context().close();
});

test('signing out ends the session at Keycloak too', async ({ browser }) => {
  const page = await (await browser.newContext()).newPage();
  await signIn(page);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();

  await page.getByRole('button', { name: 'Account and settings' }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(new URL('sign-in', product.url).href);

  await page.getByRole('link', { name: 'Sign in with Example Inc.' }).click();
  await expect(page.locator('#username')).toBeVisible();
  await page.context().close();
});
