// A Vite plugin: the build carries the licence notices of every library that is in it, the page's and the workers', as
// the packages themselves word them. `licences.txt` is linked from the first page.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { root } from './project.mjs';

/** The folder of the package a module is in, if it is in one.
 * @param {string} id
 */
function packageOf(id) {
  const path = id.replace(/^\0/, '').replace(/\?.*$/, '').split('/').join(sep);
  const at = path.lastIndexOf(`node_modules${sep}`);
  if (at < 0) return undefined;
  const [scope, name] = path.slice(at + 13).split(sep);
  if (scope === undefined || scope.startsWith('.')) return undefined;
  return path.slice(0, at + 13) + (scope.startsWith('@') ? join(scope, name ?? '') : scope);
}

/** @param {string} folder */
function noticeOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice)(\.|-|$)/i.test(file));
  const texts = files.sort().map((file) => readFileSync(join(folder, file), 'utf8').trim());
  return [`${name} ${version} (${license ?? 'no licence named'})`, ...texts].join('\n\n');
}

const RULE = `\n\n${'-'.repeat(72)}\n\n`;

export function licences() {
  /** @type {Set<string>} */
  const folders = new Set();
  /** @returns {import('vite').Plugin} */
  const collect = () => ({
    name: 'licences-seen',
    apply: 'build',
    generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle)) {
        for (const id of chunk.type === 'chunk' ? Object.keys(chunk.modules) : []) {
          const folder = packageOf(id);
          if (folder && existsSync(join(folder, 'package.json'))) folders.add(folder);
        }
      }
    },
  });
  /** @type {import('vite').Plugin} */
  const write = {
    name: 'licences',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler() {
        const own = `Lamplight\n\n${readFileSync(join(root, 'LICENSE'), 'utf8').trim()}`;
        const notices = [...folders].map(noticeOf).sort();
        const source = `${[own, ...notices].join(RULE)}\n`;
        this.emitFile({ type: 'asset', fileName: 'licences.txt', source });
      },
    },
  };
  /** `page` for the page's own build, `worker` for each worker's. */
  return { page: [collect(), write], worker: () => [collect()] };
}
