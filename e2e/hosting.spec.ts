// What a host sends, and where the page then runs: on its own, in a frame of an isolated page, in a sandbox; and that a
// frame in which it cannot run says why. The server that does the sending does not end and does not leave its folder.

import { mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FrameLocator, Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { serve } from '../scripts/serve.mjs';
import { isolatedUrl, plainUrl } from './hosts.ts';
import { HomePage } from './pages/home-page.ts';
import { ScenarioPage } from './pages/scenario-page.ts';
import { patience } from './patience.ts';
import { say } from './words.ts';

const STALE = '#/memcache/stale-set';

test('the page is isolated, its files may be embedded anywhere, and nothing else may run in it', async ({
  request,
}) => {
  const page = (await request.get(isolatedUrl)).headers();
  expect(page['content-security-policy']).toMatch(
    /^default-src 'self'; script-src 'self' 'sha256-[\w+/=]+';/,
  );
  const [script] = /assets\/index-[\w-]+\.js/.exec(await (await request.get(isolatedUrl)).text()) ?? [];
  const asset = (await request.get(isolatedUrl + script)).headers();
  for (const sent of [page, asset]) {
    expect(sent['cross-origin-embedder-policy']).toBe('require-corp');
    expect(sent['cross-origin-resource-policy']).toBe('cross-origin');
    expect(sent['access-control-allow-origin']).toBe('*');
  }
  expect(page['cache-control']).toBe('no-cache');
  expect(asset['cache-control']).toContain('immutable');
});

test('under its policy everything works, and nothing is refused', async ({ page }) => {
  const refused: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy|violates/.test(message.text())) refused.push(message.text());
  });
  await HomePage.open(page);
  const there = await ScenarioPage.open(page, STALE);
  await there.stepOn(5);
  await page.getByRole('button', { name: say('page.shareMoment') }).click();
  await expect(there.dialog.getByRole('textbox').first()).not.toHaveValue('');
  await page.keyboard.press('Escape');
  await page.goto(`${isolatedUrl}#/memcache/gutter`);
  await expect(page.locator('.experiment svg').first()).toBeVisible();
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  expect(refused).toEqual([]);
  // And it is a policy: a script that is not the build's does not run.
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.title = "ran"';
    document.head.append(script);
  });
  expect(await page.title()).not.toBe('ran');
});

/** Shows a page of somebody else, on another host, with a frame in it; does what is to be done there. */
async function framed(
  page: Page,
  frame: string,
  plain: boolean,
  inside: (frame: FrameLocator) => Promise<void>,
) {
  const folder = await mkdtemp(join(tmpdir(), 'lamplight-elsewhere-'));
  await writeFile(join(folder, 'index.html'), `<!doctype html>${frame}`);
  const elsewhere = await serve({ port: 0, folder, plain });
  await page.goto(elsewhere.url);
  await inside(page.frameLocator('iframe'));
  await elsewhere.close();
  await rm(folder, { recursive: true });
}

for (const [name, sandbox] of [
  ['an isolated page', ''],
  ['a sandbox', 'sandbox="allow-scripts"'],
] as const) {
  test(`in a frame of ${name} it runs`, async ({ page }) => {
    const src = `${isolatedUrl}?embed=1${STALE}`;
    await framed(
      page,
      `<iframe ${sandbox} width="1000" height="800" src="${src}"></iframe>`,
      false,
      async (inside) => {
        await inside.getByRole('button', { name: say('transport.next') }).click();
        await expect(inside.locator('[aria-live="polite"][data-fingerprint]')).toContainText(/^Step 1\b/);
      },
    );
  });
}

test('a frame in which nothing may run says why', async ({ page }) => {
  const frame = `<iframe sandbox width="600" height="400" src="${isolatedUrl}${STALE}"></iframe>`;
  await framed(page, frame, false, (inside) => expect(inside.locator('.without-script')).toBeVisible());
});

test('a frame whose host does not let it load its files says why', async ({ page }) => {
  const frame = `<iframe sandbox="allow-scripts" width="600" height="400" src="${plainUrl}${STALE}"></iframe>`;
  await framed(page, frame, true, (inside) =>
    expect(inside.getByText(/a part of it did not arrive/)).toBeVisible(),
  );
});

test('a page whose own script does not arrive says so at once, without any', async ({ page }) => {
  await page.route(/assets\/index-[\w-]+\.js/, (route) => route.abort());
  await page.goto(isolatedUrl);
  await expect(page.getByText(/a part of it did not arrive/)).toBeVisible({ timeout: 4000 * patience });
});

test('the licence notices of all that is in the build come with it', async ({ page, request }) => {
  const home = await HomePage.open(page);
  const link = home.page.getByRole('link', { name: say('home.licences') });
  const notices = await (
    await request.get(new URL((await link.getAttribute('href')) ?? '', isolatedUrl).href)
  ).text();
  for (const name of [
    'Lamplight',
    'react',
    'react-dom',
    'scheduler',
    'zustand',
    'valibot',
    'd3-scale',
    '@noble/hashes',
  ])
    expect(notices).toMatch(new RegExp(`^${name}( [\\d.]+ \\(|$)`, 'm'));
  expect(notices.match(/Copyright/gi)?.length).toBeGreaterThan(10);
});

test.describe('the server', () => {
  let folder = '';
  test.beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lamplight-served-'));
    await writeFile(join(folder, 'index.html'), 'here');
  });
  test.afterEach(() => rm(folder, { recursive: true }));

  test('answers on after a file that cannot be read', async () => {
    const server = await serve({ port: 0, folder });
    await writeFile(join(folder, 'huge.js'), '');
    // Larger than what can be read at once, and no bytes on the disk.
    await truncate(join(folder, 'huge.js'), 3 * 2 ** 30);
    const huge = await fetch(`${server.url}huge.js`, { headers: { 'Accept-Encoding': 'br' } });
    expect(huge.status).toBe(500);
    expect(await (await fetch(server.url)).text()).toBe('here');
    await server.close();
  });

  test('does not follow a link out of its folder', async () => {
    await symlink('/etc/hostname', join(folder, 'name.txt'));
    await symlink('/etc', join(folder, 'etc'));
    await symlink(join(folder, 'index.html'), join(folder, 'inside.html'));
    const server = await serve({ port: 0, folder });
    expect((await fetch(`${server.url}name.txt`)).status).toBe(404);
    expect((await fetch(`${server.url}etc/hostname`)).status).toBe(404);
    expect(await (await fetch(`${server.url}inside.html`)).text()).toBe('here');
    await server.close();
  });
});
