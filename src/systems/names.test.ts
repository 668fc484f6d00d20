// Nothing generic names a system: so one is added by its folder and a line of the catalog, and nothing else is touched.
// Searched: all of src but the systems' own folders and the catalog; what builds and weighs the page; the page
// itself. Tests, toys and fixtures may name whom they test.

import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { catalog } from './catalog.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const OWN = /^src\/systems\/([^/]+\/|catalog\.ts$)/;
const OF_TESTS = /\.test\.tsx?$|\/(testing|toys)\//;
/** A system's own, run by hand: Memcache's cache beside the real memcached, the source that Bitcoin's kernel is. */
const BESIDE = /^scripts\/(memcached-\w+|mining-kernel|program-trees|generate)\.ts$/;

const filesIn = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(tsx?|mjs|css|html|json)$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'));

const generic = [
  ...filesIn('src'),
  ...filesIn('scripts'),
  ...filesIn('bin'),
  'index.html',
  'vite.config.ts',
  'knip.json',
].filter((path) => !OWN.test(path) && !OF_TESTS.test(path) && !BESIDE.test(path));

const names = new Set(
  (
    await Promise.all(
      catalog.map(async ({ id, words }) => [
        id,
        (await words('en', ['card']))['system.title'] ?? id,
        (await words('zh', ['card']))['system.title'] ?? id,
      ]),
    )
  ).flat(),
);

test('the search looks at what is generic, and would find a name', () => {
  for (const path of [
    'src/app/open.ts',
    'src/session/session.ts',
    'src/cli/list.ts',
    'scripts/early.mjs',
    'index.html',
  ])
    expect(generic).toContain(path);
  expect(generic.length).toBeGreaterThan(200);
  expect([...names]).toContain('Memcache');
});

test('no generic file names a system', () => {
  const found = generic.flatMap((path) => {
    const lines = readFileSync(join(root, path), 'utf8').split('\n');
    return lines.flatMap((line, index) =>
      [...names]
        .filter((name) => new RegExp(`(?<![\\p{L}])${name}(?![\\p{L}])`, 'iu').test(line))
        .map((name) => `${path}:${index + 1} names ${name}`),
    );
  });
  expect(found).toEqual([]);
});
