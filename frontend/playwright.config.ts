import { defineConfig } from '@playwright/test';
import { findChromium } from './e2e/browser/findChromium';

const { executablePath, env } = await findChromium();

export default defineConfig({
  testDir: 'e2e',
  testIgnore: [
    // Restarting, measuring, storing pictures and searching in texts need the real product, which the server in memory is not.
    ...(process.env['BASE_URL']
      ? []
      : [
          '**/embeds.spec.ts',
          '**/formats.spec.ts',
          '**/history.spec.ts',
          '**/keyboard.spec.ts',
          '**/restart.spec.ts',
          '**/speed.spec.ts',
          '**/start-page.spec.ts',
        ]),
    // A Keycloak takes a while: ./test sso starts one.
    ...(process.env['KEYCLOAK_HOME'] ? [] : ['**/sso.spec.ts']),
    // Four starts of a product: ./test backup.
    ...(process.env['BACKUP'] ? [] : ['**/backup.spec.ts']),
    // Pictures are renewed on purpose.
    ...(process.env['SCREENSHOTS'] ? [] : ['**/screenshots.spec.ts']),
  ],
  timeout: 120_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  fullyParallel: false,
  workers: 1,
  reporter: [['list']],
  globalSetup: './e2e/globalSetup.ts',
  use: {
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    locale: 'en-US',
    launchOptions: {
      executablePath,
      env: { ...(process.env as Record<string, string>), ...env },
      args: [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--disable-default-apps',
        '--disable-domain-reliability',
        '--no-default-browser-check',
        '--no-pings',
      ],
    },
  },
});
