// `npm run test:engines`: Chromium, Firefox and WebKit find what Node finds, and the built page runs in each. An engine
// that is not installed is skipped, with a word; in CI on Debian as root, where .ci/run installs all, it is a failure.
// `--no-build` trusts dist/; `--only NAME` takes one engine.

import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { root, runTool } from '../../scripts/project.mjs';
import { serve } from '../../scripts/serve.mjs';
import { workerBuild } from '../../scripts/worker-build.mjs';
import { nodeEndpoint } from '../../src/cli/node-endpoint.ts';
import type { Driver } from './driver.ts';
import { until } from './driver.ts';
import type { Engine } from './engines.ts';
import { engines } from './engines.ts';
import { walkThePage } from './page-walk.ts';
import type { Results } from './results.ts';

/** A slow machine with other work beside it takes several times as long as a quiet one. */
const RESULTS_WITHIN_MS = 600_000;
/** What is found next takes less than a tenth of it, on the slowest machine seen. */
const STANDSTILL_MS = 90_000;
const SHOWN_DIFFERENCES = 10;

const { values } = parseArgs({ options: { 'no-build': { type: 'boolean' }, only: { type: 'string' } } });
const mustHaveAll = Boolean(process.env.CI) && process.getuid?.() === 0 && existsSync('/etc/debian_version');

if (!values['no-build'] || !existsSync(join(root, 'dist'))) {
  const { code, output } = await runTool('vite', ['build'], { quiet: true });
  if (code !== 0) throw new Error(output);
}
const expected = inNode();
const folder = mkdtempSync(join(tmpdir(), 'lamplight-engines-'));
await build({
  root: join(root, 'e2e/engines'),
  configFile: false,
  base: './',
  logLevel: 'warn',
  worker: workerBuild,
  build: { outDir: folder, emptyOutDir: true, target: 'es2022' },
});
const [page, dist] = await Promise.all([serve({ port: 0, folder }), serve({ port: 0 })]);
const asked = engines().filter(
  ({ name }) => values.only === undefined || values.only.toLowerCase() === name.toLowerCase(),
);
// Side by side, with Node: each of them computes in one thread.
const failed = (await Promise.all(asked.map(passes))).filter((passed) => !passed).length;
await Promise.all([page.close(), dist.close()]);
rmSync(folder, { recursive: true, force: true });
process.exitCode = failed > 0 ? 1 : 0;

async function inNode(): Promise<Results> {
  const thread = nodeEndpoint(new URL('./node.ts', import.meta.url));
  const results = await new Promise<Results>((resolve, reject) => {
    thread.onMessage((message) => resolve(message as Results));
    thread.onFailure((reason) => reject(new Error(reason)));
  });
  thread.kill();
  console.log(`Node ${process.versions.node}: ${Object.keys(results).length} results`);
  return results;
}

async function passes({ name, open, get }: Engine): Promise<boolean> {
  if (!open) {
    console.log(`${mustHaveAll ? 'FAILED ' : 'skipped'} ${name} is not installed: ${get}`);
    return !mustHaveAll;
  }
  const begin = performance.now();
  let driver: Driver | null = null;
  try {
    driver = await open();
    const found = await resultsIn(driver);
    const differences = differencesOf(await expected, found);
    for (const line of differences.slice(0, SHOWN_DIFFERENCES)) console.log(line);
    if (differences.length > 0) throw new Error(`${differences.length} results differ from Node's`);
    const steps = await walkThePage(driver, dist.url, await expected);
    const seconds = ((performance.now() - begin) / 1000).toFixed(1);
    console.log(
      `ok      ${name} (${driver.version}): all results as in Node, the page as well in ${steps} moments, ${seconds} s`,
    );
    return true;
  } catch (error) {
    console.log(`FAILED  ${name} (${driver?.version ?? 'did not start'}): ${error}`);
    return false;
  } finally {
    await driver?.close();
  }
}

/**
 * Firefox now and then freezes a worker for ever at the moment when it starts another (seen in one of about a hundred
 * starts, under load only; neither its timers run from then on nor do its messages come): that is no result of ours, is
 * said, and the results are asked for once more.
 */
async function resultsIn(driver: Driver, again = true): Promise<Results> {
  await driver.goto(page.url);
  let at = '';
  let since = performance.now();
  const [how, what] = await until(
    'the results',
    async () => {
      const [title, body] = await driver.evaluate<[string, string]>(
        '[document.title, document.body.textContent]',
      );
      if (title === 'done' || title === 'failed') return [title, body] as const;
      if (body !== at) [at, since] = [body, performance.now()];
      return performance.now() - since > STANDSTILL_MS ? (['stands still', at] as const) : null;
    },
    RESULTS_WITHIN_MS,
  );
  if (how === 'done') return JSON.parse(what) as Results;
  if (how !== 'stands still' || !again) throw new Error(`${how}: ${what}`);
  console.log(`again   ${driver.version}: stood still for ${STANDSTILL_MS / 1000} s at ${what}`);
  return resultsIn(driver, false);
}

/** What is not the same in both, each with the place from which on it differs. */
function differencesOf(expected: Results, found: Results): readonly string[] {
  const names = new Set([...Object.keys(expected), ...Object.keys(found)]);
  return [...names].flatMap((name) => {
    const [want = 'nothing', got = 'nothing'] = [expected[name], found[name]];
    if (want === got) return [];
    let at = 0;
    while (want[at] === got[at]) at++;
    const from = Math.max(0, at - 20);
    return [
      `  ${name}: from ${at} on ${got.slice(from, at + 60)} where Node has ${want.slice(from, at + 60)}`,
    ];
  });
}
