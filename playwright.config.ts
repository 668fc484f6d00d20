import { defineConfig } from '@playwright/test';
import { isolatedPort, isolatedUrl, plainPort, plainUrl } from './e2e/hosts.ts';
import { patience } from './e2e/patience.ts';
import { findChromium } from './scripts/project.mjs';

const executablePath = findChromium();
const LONG = '**/soak.spec.ts';

export default defineConfig({
  testDir: 'e2e',
  // A test waits for much of its time: three keep two cores busy.
  workers: 3,
  fullyParallel: true,
  // A test that passes only when it is taken again has failed, on a machine that one knows. In CI it is taken once more,
  // and named at the end: each such name is a defect to be looked for.
  retries: process.env.CI ? 1 : 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000 * patience,
  expect: { timeout: 5_000 * patience },
  reporter: 'list',
  use: {
    baseURL: isolatedUrl,
    actionTimeout: 20_000 * patience,
    viewport: { width: 1280, height: 800 },
    // A trace doubles what a test costs: ask for one with --trace on.
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        '--no-sandbox',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  // What takes minutes begins first: begun last, one worker would be at it while the others have nothing to do.
  projects: [
    { name: 'long', testMatch: LONG },
    { name: 'desktop', testIgnore: LONG },
  ],
  webServer: [
    { command: `node scripts/serve.mjs --port ${isolatedPort}`, url: isolatedUrl },
    { command: `node scripts/serve.mjs --port ${plainPort} --plain`, url: plainUrl },
  ],
});
