// A Vite plugin: the workers that compute jobs have an address of their own, `compute/`, which is served with a policy
// of its own (headers.mjs): nothing can be fetched, and code may be made of text. What is there only imports the page's
// worker, so that its code is built, sent and kept once.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMPUTE_POLICY, ISOLATION } from './headers.mjs';

const DEVELOPED = '/src/compute/worker.ts';
const importing = (/** @type {string} */ path) => `import ${JSON.stringify(path)};\n`;

/** @returns {import('vite').Plugin} */
export function compute() {
  return {
    name: 'compute',
    writeBundle({ dir = 'dist' }) {
      mkdirSync(join(dir, 'compute'), { recursive: true });
      const assets = readdirSync(join(dir, 'assets')).filter((name) => name.endsWith('.js'));
      for (const name of assets) {
        const code = readFileSync(join(dir, 'assets', name), 'utf8');
        if (/(from|import) ?["'`]\.\/worker-[\w-]{8}\.js/.test(code))
          throw new Error(`${name} imports a worker's entry`);
        if (/^worker-[\w-]{8}\.js$/.test(name))
          writeFileSync(join(dir, 'compute', name), importing(`../assets/${name}`));
      }
    },
    configureServer({ middlewares }) {
      middlewares.use((request, response, next) => {
        const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
        if (pathname !== DEVELOPED) return next();
        for (const [name, value] of Object.entries(ISOLATION)) response.setHeader(name, value);
        response.setHeader('Content-Security-Policy', COMPUTE_POLICY);
        response.setHeader('Content-Type', 'text/javascript');
        response.end(importing(`/src/app/worker.ts${search}`));
      });
    },
  };
}
