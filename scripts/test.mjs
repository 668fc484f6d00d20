// `npm test`: unit, property and architecture tests, then the browser tests on a fresh build. The last line is
// the sum of both. `--unit` or `--e2e` runs one half; `--no-build` trusts dist/; anything else is passed on, to
// the half that a path names (src/..., e2e/...) or to both.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowser, ensureInstalled, runTool } from './project.mjs';

const own = new Set(['--unit', '--e2e', '--no-build']);
const rest = process.argv.slice(2).filter((arg) => !own.has(arg));
const asked = (/** @type {string} */ flag) => process.argv.includes(flag);
const e2eOnly = asked('--e2e') || rest.some((arg) => arg.includes('e2e/'));
const unitOnly = asked('--unit') || rest.some((arg) => arg.includes('src/') || arg.includes('bench/'));

const sum = { passed: 0, failed: 0, skipped: 0 };
const reports = mkdtempSync(join(tmpdir(), 'lamplight-'));
const readReport = (/** @type {string} */ name) => JSON.parse(readFileSync(join(reports, name), 'utf8'));

/** A runner that fails without naming a test (a file that does not load, a server that does not start) counts one. */
function add(
  /** @type {number} */ code,
  /** @type {() => { passed: number, failed: number, skipped: number }} */ read,
) {
  let part = { passed: 0, failed: 0, skipped: 0 };
  try {
    part = read();
  } catch (error) {
    console.error(`No report: ${error instanceof Error ? error.message : error}`);
  }
  if (code !== 0 && part.failed === 0) part.failed = 1;
  sum.passed += part.passed;
  sum.failed += part.failed;
  sum.skipped += part.skipped;
}

async function unitTests() {
  const file = join(reports, 'unit.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const { code } = await runTool('vitest', ['run', ...reporters, ...rest]);
  add(code, () => {
    const report = readReport('unit.json');
    const unloaded = report.testResults.filter(
      (/** @type {{ status: string, assertionResults: unknown[] }} */ file) =>
        file.status === 'failed' && file.assertionResults.length === 0,
    ).length;
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests + unloaded,
      skipped: report.numPendingTests + report.numTodoTests,
    };
  });
}

async function browserTests() {
  if (!asked('--no-build')) {
    const { code, output } = await runTool('vite', ['build'], { quiet: true });
    if (code !== 0) {
      console.error(output);
      sum.failed += 1;
      return;
    }
  }
  await ensureBrowser();
  const env = { PLAYWRIGHT_JSON_OUTPUT_NAME: join(reports, 'e2e.json') };
  const args = ['test', '--reporter=list,json', '--pass-with-no-tests', ...rest];
  const { code } = await runTool('playwright', args, { env });
  add(code, () => {
    const { expected, unexpected, flaky, skipped } = readReport('e2e.json').stats;
    // Passed only when taken again, which is done in CI alone: the list above names them.
    if (flaky > 0) console.log(`${flaky} passed when taken again`);
    return { passed: expected + flaky, failed: unexpected, skipped };
  });
}

await ensureInstalled();
if (!e2eOnly) await unitTests();
if (!unitOnly) await browserTests();
rmSync(reports, { recursive: true, force: true });
console.log(`\n${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`);
process.exitCode = sum.failed > 0 || sum.passed === 0 ? 1 : 0;
