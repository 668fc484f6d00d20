// `npm run check`: everything that can be known without running the program, then the size of what a build sends.
// Every step runs, so that one run shows all there is to mend. dist/ is left fresh.
import { ensureInstalled, run, runTool } from './project.mjs';

/** @type {readonly [string, () => Promise<{ code: number, output: string }>][]} */
const steps = [
  ['build', () => runTool('vite', ['build'], { quiet: true })],
  ...['pure', 'web', 'node', 'test'].map(
    (name) =>
      /** @type {[string, () => Promise<{ code: number, output: string }>]} */ ([
        `types (${name})`,
        () => runTool('tsc', ['-p', `tsconfig.${name}.json`, '--pretty', 'false'], { quiet: true }),
      ]),
  ),
  ['lint and format', () => runTool('biome', ['ci', '--error-on-warnings', '--colors=off'], { quiet: true })],
  ['architecture', () => runTool('vitest', ['run', 'src/architecture.test.ts'], { quiet: true })],
  ['dead code', () => runTool('knip', ['--no-progress'], { quiet: true })],
];
const size = () => run(process.execPath, ['scripts/size.mjs'], { quiet: true });

await ensureInstalled();
let failed = 0;

/** @param {string} name @param {() => Promise<{ code: number, output: string }>} step */
async function take(name, step) {
  const begin = performance.now();
  const { code, output } = await step();
  const seconds = ((performance.now() - begin) / 1000).toFixed(1);
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
  if (code !== 0 || name === 'size') console.log(output.trim().replace(/^/gm, '  '));
  if (code !== 0) failed += 1;
  return code === 0;
}

// Two at a time: most of them take one core.
const left = [...steps];
let built = false;
const lane = async () => {
  for (let next = left.shift(); next; next = left.shift()) {
    const passed = await take(...next);
    if (next[0] === 'build') built = passed;
  }
};
await Promise.all([lane(), lane()]);
if (built) await take('size', size);
else {
  console.log('FAILED size (there is no build to measure)');
  failed += 1;
}
if (failed > 0) console.log(`${failed} of ${steps.length + 1} checks failed`);
process.exitCode = failed > 0 ? 1 : 0;
