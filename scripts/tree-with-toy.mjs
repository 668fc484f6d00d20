// A tree beside this one in which the toy is a system like any other: its folder copied to src/systems/toy/, one line
// added to the catalog, and nothing else touched. For the test that says so (e2e/add-a-system.spec.ts).
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './project.mjs';

const COPIED = 'src scripts public e2e bin index.html vite.config.ts package.json LICENSE'.split(' ');
const LINE = "  entryOf('toy', () => import('./toy/card.ts'), () => import('./toy/entry.ts')),\n";

/** The tree's folder. Remove it when done. */
export function treeWithToy() {
  const tree = mkdtempSync(join(tmpdir(), 'lamplight-toy-'));
  for (const name of COPIED) cpSync(join(root, name), join(tree, name), { recursive: true });
  for (const name of readdirSync(root)) {
    if (/^tsconfig.*\.json$/.test(name)) cpSync(join(root, name), join(tree, name));
  }
  symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'));

  const from = join(root, 'src/systems/testing/toy');
  const to = join(tree, 'src/systems/toy');
  mkdirSync(to);
  for (const path of readdirSync(from, { recursive: true, encoding: 'utf8' })) {
    if (!path.endsWith('.ts')) {
      mkdirSync(join(to, path), { recursive: true });
      continue;
    }
    // One folder nearer to the kernel than where it stands.
    writeFileSync(join(to, path), readFileSync(join(from, path), 'utf8').replaceAll("'../../../", "'../../"));
  }
  const catalog = join(tree, 'src/systems/catalog.ts');
  const text = readFileSync(catalog, 'utf8');
  const end = text.lastIndexOf('];');
  writeFileSync(catalog, text.slice(0, end) + LINE + text.slice(end));
  return tree;
}
