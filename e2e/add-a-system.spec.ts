// A system is added by a folder and one line, and weighs on no page but its own. In a tree of its own, a toy is; then the
// contract is held against it, the command line and home list it, its page opens, and every other page is weighed.

import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { root } from '../scripts/project.mjs';
import { serve } from '../scripts/serve.mjs';
import { weigh } from '../scripts/size.mjs';
import { treeWithToy } from '../scripts/tree-with-toy.mjs';
import { patience } from './patience.ts';

const MOST_KB = 1;

test.describe.configure({ mode: 'serial' });
test.setTimeout(240_000 * patience);

let tree = '';
const node = (...args: readonly string[]): string =>
  execFileSync(process.execPath, args, {
    cwd: tree,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NO_COLOR: '1' },
  });
const tool = (path: string, ...args: readonly string[]): string =>
  node(join(root, 'node_modules', path), ...args);

test.beforeAll(() => {
  tree = treeWithToy();
  tool('vite/bin/vite.js', 'build', '--logLevel', 'error');
});
test.afterAll(() => rmSync(tree, { recursive: true, force: true }));

test('the contract holds for it', () => {
  const report = JSON.parse(
    tool(
      'vitest/vitest.mjs',
      'run',
      'src/systems/contract.test.ts',
      'src/systems/loading.test.ts',
      '-t',
      'toy',
      '--reporter=json',
    ),
  ) as { readonly numPassedTests: number; readonly numFailedTests: number };
  expect(report.numFailedTests).toBe(0);
  expect(report.numPassedTests).toBeGreaterThan(20);
});

test('the command line lists, runs and searches it', () => {
  const cli = (...args: readonly string[]): unknown =>
    JSON.parse(node('--import', 'tsx', 'src/cli/main.ts', ...args, '--json'));
  const systems = cli('list') as readonly {
    readonly system: string;
    readonly scenarios: readonly unknown[];
  }[];
  expect(systems.find(({ system }) => system === 'toy')?.scenarios).toHaveLength(3);
  expect(cli('run', 'toy/test-and-set')).toMatchObject({
    properties: { 'one-inside': 'holds' },
    differs: [],
  });
  expect(cli('explore', 'toy/test-and-set')).toMatchObject({ complete: true });
  const rota = join(tree, 'rota.txt');
  writeFileSync(rota, 'ben');
  expect(cli('run', 'toy/look-then-take', '--set-file', `rota=${rota}`)).toMatchObject({ steps: 3 });
  const visits = join(tree, 'visits.txt');
  writeFileSync(visits, 'ann.look\nann.take\nann.leave\n');
  const { link, inside } = cli('toy', 'visits', visits) as { readonly link: string; readonly inside: number };
  expect(inside).toBe(1);
  expect(cli('replay', link)).toMatchObject({ steps: 3, properties: { 'one-inside': 'holds' } });
});

test('home and Find name it, and its page opens', async ({ page }) => {
  const server = await serve({ port: 0, folder: join(tree, 'dist') });
  await page.goto(server.url);
  await page.getByRole('searchbox').fill('toy');
  await expect(page.getByRole('link', { name: /Looking is not taking/ })).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('looking');
  await expect(
    page.getByRole('option', { name: /Look, then take|Looking is not taking/ }).first(),
  ).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveTitle(/Look, then take/);
  await page.getByRole('button', { name: 'Next step', exact: true }).click();
  await expect(page.getByText('Ann sees that the lock is free.').first()).toBeVisible();
  await server.close();
});

test('its verbs are not in the page', () => {
  const assets = join(tree, 'dist/assets');
  const scripts = readdirSync(assets).filter((name) => name.endsWith('.js'));
  const texts = scripts.map((name) => readFileSync(join(assets, name), 'utf8'));
  expect(texts.some((text) => text.includes('ann'))).toBe(true);
  expect(texts.filter((text) => text.includes('toy visits'))).toEqual([]);
});

/** One page of each system stands for its others: `npm run check` has weighed them all. */
function onePerSystem(): (page: string) => boolean {
  const seen = new Map<string, string>();
  return (page) => {
    const [system = ''] = page.split('/');
    if (!seen.has(system)) seen.set(system, page);
    return seen.get(system) === page;
  };
}

test('no other page weighs more than before', async () => {
  const before = await weigh(join(root, 'dist'), onePerSystem());
  const after = await weigh(join(tree, 'dist'), onePerSystem());
  const kB = new Map(before.map((one) => [one.page, one.kB]));
  expect(after.length).toBe(before.length + 1);
  for (const one of after) {
    expect(one.verdict, one.page).toBe('');
    const was = kB.get(one.page);
    if (was === undefined) expect(one.page).toMatch(/^toy\//);
    // Home shows its card, with three scenarios on it, and the corrections ask what it corrects as well.
    else expect(one.kB - was, one.page).toBeLessThan(MOST_KB + (one.page.includes('/') ? 0 : 0.5));
  }
});
