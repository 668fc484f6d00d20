// A file bundled and run as workers of a page in Chromium, isolated as the product's page is: one worker for each name,
// asked by messages, one at a time.

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium } from '@playwright/test';
import { build } from 'vite';
import { ISOLATION } from '../scripts/headers.mjs';
import { findChromium } from '../scripts/project.mjs';
import { assert } from '../src/base/assert.ts';
import type { Workers } from './engines.ts';

async function bundled(entry: URL): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      target: 'es2022',
      write: false,
      lib: { entry: entry.pathname, formats: ['es'] },
      rollupOptions: { external: ['node:worker_threads'], output: { codeSplitting: false } },
    },
  });
  const [first] = Array.isArray(built) ? built : [built];
  assert(first && 'output' in first, 'the contenders are bundled');
  return first.output[0].code;
}

/** Null, with the reason logged, where there is no Chromium. */
export async function chromiumWorkers(entry: URL, log: (line: string) => void): Promise<Workers | null> {
  const executablePath = findChromium();
  if (executablePath === undefined) {
    log('skipped in Chromium: it is not installed (Debian: apt-get install chromium-headless-shell)');
    return null;
  }
  const code = await bundled(entry);
  // A server and not the page's own routes: those do not hear what a worker asks for when it starts another.
  const server = createServer(({ url = '' }, response) => {
    const script = url.endsWith('.js');
    response.writeHead(200, { ...ISOLATION, 'Content-Type': script ? 'text/javascript' : 'text/html' });
    response.end(script ? code : '<!doctype html><title>bench</title>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  // As text: what the loader of these files puts into functions has no place in the page.
  await page.evaluate(`{
    const workers = new Map();
    globalThis.ask = (name, message) => new Promise((resolve, reject) => {
      if (!workers.has(name)) workers.set(name, new Worker('bench.js', { type: 'module' }));
      const worker = workers.get(name);
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = ({ message }) => reject(new Error(message || 'the worker did not load'));
      worker.postMessage(message);
    });
  }`);
  return {
    engine: `Chromium ${browser.version()}`,
    ask: (name, message) => page.evaluate(`ask(${JSON.stringify(name)}, ${JSON.stringify(message)})`),
    async close() {
      await browser.close();
      server.close();
    },
  };
}
