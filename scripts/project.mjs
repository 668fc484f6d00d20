// What the other scripts share: where the project is, how to run a command, what is installed, which browser
// there is. Plain Node, nothing to install first.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Runs a command in the project's folder and resolves to its exit code; never rejects.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string>, quiet?: boolean }} [options] quiet: collect the output instead of showing it
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(command, args, { env = {}, quiet = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...(quiet ? { NO_COLOR: '1', FORCE_COLOR: '0' } : {}), ...env },
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      shell: process.platform === 'win32',
    });
    let output = '';
    const collect = (/** @type {Buffer} */ chunk) => {
      output += chunk.toString('utf8');
    };
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    child.on('error', (error) => resolve({ code: 127, output: `${output}${error.message}\n` }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Runs a program of an installed package, without npx: that would ask the registry when it is missing.
 * @param {string} name
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string>, quiet?: boolean }} [options]
 */
export function runTool(name, args, options) {
  return run(join(root, 'node_modules', '.bin', name), args, options);
}

/** @param {string} path */
function packagesOf(path) {
  if (!existsSync(path)) return {};
  /** @type {Record<string, { version?: string, optional?: boolean, peer?: boolean }>} */
  const packages = JSON.parse(readFileSync(path, 'utf8')).packages ?? {};
  return packages;
}

/** True when node_modules holds every package of the lock file, in its version. */
export function isInstalled() {
  const wanted = packagesOf(join(root, 'package-lock.json'));
  const present = packagesOf(join(root, 'node_modules', '.package-lock.json'));
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || optional || present[path]?.version === version,
  );
}

/** Installs the lock file's packages if any is missing; ends the process if that fails. */
export async function ensureInstalled() {
  if (isInstalled()) return;
  console.log('Installing packages (npm ci)...');
  const { code } = await run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund']);
  if (code === 0) return;
  console.error('npm ci failed: is the network reachable?');
  process.exit(code);
}

/** @param {string} path */
const answers = (path) => spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0;

/** Debian's Chromium without windows; Playwright's own download is one too. It does the same with a third less work. */
const HEADLESS = 'chromium-headless-shell';

/**
 * The browser for the tests: $CHROMIUM, or one the system has. Undefined means: Playwright's own download.
 * Asking for its version keeps out the stubs that some distributions install in a browser's place.
 * @returns {string | undefined}
 */
export function findChromium() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const names = [HEADLESS, 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  candidates.push('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome');
  return candidates.find((path) => existsSync(path) && answers(path));
}

/** Makes sure there is a browser for the tests: the system's, Debian's package, or Playwright's download. */
export async function ensureBrowser() {
  if (findChromium()) return;
  const { chromium } = await import('@playwright/test');
  if (existsSync(chromium.executablePath())) return;
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    console.log('Installing Chromium (apt-get)...');
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update', '-qq'], { quiet: true });
    for (const name of [HEADLESS, 'chromium']) {
      await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], { env, quiet: true });
      if (findChromium()) return;
    }
  }
  console.log('Installing Chromium (playwright install)...');
  await runTool('playwright', ['install', 'chromium']);
}
