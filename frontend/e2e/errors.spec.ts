import { expect, test, type WebSocketRoute } from '@playwright/test';
import { Person, everybodyGoes, textOf } from './person';

test.afterEach(async ({ browser }) => {
  await everybodyGoes(browser);
});

const NOWHERE = 'documents/00000000-0000-4000-8000-000000000000';

test('an unknown address and a document out of reach say what to do', async ({ browser }) => {
  const ana = await Person.signUp(browser, 'Ana');
  const { page } = ana;
  await page.goto(ana.url('nowhere'));
  await expect(page.getByRole('heading', { name: 'There is nothing here' })).toBeVisible();
  await page.goto(ana.url(NOWHERE));
  await expect(page.getByRole('heading', { name: 'This document is not there' })).toBeVisible();
  await expect(page.getByText(ana.email)).toBeVisible();
  await page.getByRole('button', { name: 'Sign in as somebody else' }).click();
  await expect(page.getByRole('heading', { name: 'Welcome back' })).toBeVisible();
});

test('a server that is away at the start is tried again until it answers', async ({ browser }) => {
  const ana = await Person.signUp(browser, 'Ana');
  const { page } = ana;
  await page.route('**/api/**', (route) => route.abort());
  await page.reload();
  await expect(page.getByRole('heading', { name: 'The server can’t be reached' })).toBeVisible();
  await page.unroute('**/api/**');
  await expect(page.getByRole('button', { name: 'Account and settings' })).toBeVisible();
});

test('a part of the code that an upgrade took away is fetched by one reload', async ({
  browser,
}) => {
  const ana = await Person.signUp(browser, 'Ana');
  const { page } = ana;
  await ana.createRoom('Desk');
  // The server has a new version, whose file names differ.
  let loads = 0;
  await page.route(/\/assets\/DocumentPage-/, (route) =>
    loads === 0 ? route.fulfill({ status: 404 }) : route.fallback(),
  );
  page.on('load', () => {
    loads += 1;
  });
  const html = await (await page.request.get(ana.url())).text();
  await page.route(ana.url(), (route) =>
    loads === 0 && route.request().resourceType() === 'fetch'
      ? route.fulfill({
          contentType: 'text/html',
          body: html.replace(/index-[\w-]+\.js/, 'index-new.js'),
        })
      : route.fallback(),
  );
  await page.getByRole('button', { name: 'New document' }).click();
  await ana.ready();
  expect(loads).toBe(1);
});

test('a part of the code that stays away ends in a page, not in a loop', async ({ browser }) => {
  const ana = await Person.signUp(browser, 'Ana');
  const { page } = ana;
  await ana.createRoom('Desk');
  let loads = 0;
  page.on('load', () => {
    loads += 1;
  });
  await page.route(/\/assets\/DocumentPage-/, (route) => route.fulfill({ status: 404 }));
  await page.getByRole('button', { name: 'New document' }).click();
  await expect(page.getByRole('heading', { name: 'This page stopped working' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Reload the page' })).toBeVisible();
  expect(loads).toBe(1);
});

test('a server that speaks a newer protocol asks for a reload, and what was not sent is sent then', async ({
  browser,
}) => {
  const ana = await Person.signUp(browser, 'Ana');
  const { page } = ana;
  await ana.createRoom('Desk');
  const id = await ana.createDocument('Note');
  await ana.editor.pressSequentially('Saved. ');
  await expect(ana.status).toHaveText('Saved');

  // After the upgrade, nothing that this page says is understood.
  let isNewer = false;
  const open: WebSocketRoute[] = [];
  await page.routeWebSocket(/\/ws\//, (socket) => {
    open.push(socket);
    const server = socket.connectToServer();
    socket.onMessage((message) => {
      if (!isNewer) server.send(message);
      else if (String(message).startsWith('{"type":"hello"')) void socket.close({ code: 4009 });
    });
  });
  await page.reload();
  await ana.ready();
  isNewer = true;
  await ana.editor.press('Control+End');
  await ana.editor.pressSequentially('Not sent.');
  await Promise.all(open.map((socket) => socket.close({ code: 1012 })));
  const reload = page.getByRole('button', { name: 'Reload to get the new version' });
  await expect(reload).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('button', { name: 'Copy text' })).toBeVisible();
  isNewer = false;
  await reload.click();
  await ana.ready();
  await expect
    .poll(async () => textOf(await ana.committed(id)), { timeout: 30_000 })
    .toBe('Saved. Not sent.\n');
  expect(ana.pageErrors).toEqual([]);
});
