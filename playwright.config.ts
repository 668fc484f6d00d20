import { defineConfig } from '@playwright/test';
import { findChromium } from './scripts/project.mjs';

/** The same build twice: with the isolation headers, and as a host sends it that cannot set headers. */
const isolated = 'http://127.0.0.1:4173/';
const plain = 'http://127.0.0.1:4174/';
const executablePath = findChromium();

export default defineConfig({
  testDir: 'e2e',
  workers: 2,
  fullyParallel: true,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  reporter: 'list',
  metadata: { isolated, plain },
  use: {
    baseURL: isolated,
    viewport: { width: 1280, height: 800 },
    trace: 'retain-on-failure',
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
  projects: [{ name: 'desktop' }],
  webServer: [
    { command: 'node scripts/serve.mjs --port 4173', url: isolated, reuseExistingServer: false },
    { command: 'node scripts/serve.mjs --port 4174 --plain', url: plain, reuseExistingServer: false },
  ],
});
