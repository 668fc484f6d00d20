// Who may import whom, and what the pure folders may not touch. One table, read beside docs/architecture.md.
// The compiler already refuses the DOM and timers in the pure folders (tsconfig.pure.json has no DOM library);
// this test refuses what the language itself offers but two browsers, or two runs, would answer differently.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';
import { describe, expect, test } from 'vitest';

/** `folders`: other areas this one may import. `types`: areas it may import types from. `packages`: npm packages. */
interface Rule {
  readonly folders: readonly string[] | 'all';
  readonly not?: readonly string[];
  readonly types?: readonly string[];
  readonly packages: readonly string[] | 'all';
  readonly pure?: true;
}

// 'system' is a folder of systems/ without its view; every area may import itself, except that one system
// (or one system's view) is not another: see ACROSS.
const TABLE: Readonly<Record<string, Rule>> = {
  base: { folders: [], packages: [], pure: true },
  kernel: { folders: ['base'], packages: ['@noble/hashes'], pure: true },
  timeline: { folders: ['base', 'kernel'], packages: [], pure: true },
  contract: { folders: ['base', 'kernel'], packages: [], pure: true },
  semantics: { folders: ['base'], packages: [], pure: true },
  actors: { folders: ['base', 'kernel'], packages: [], pure: true },
  system: {
    folders: ['base', 'kernel', 'contract', 'actors', 'semantics', 'importers'],
    packages: ['@noble/hashes', '@noble/curves', 'acorn'],
    pure: true,
  },
  catalog: { folders: ['system', 'contract'], packages: [], pure: true },
  view: {
    folders: ['system', 'widgets', 'base'],
    types: ['kernel', 'contract', 'session'],
    packages: ['react', 'react-dom', 'd3'],
  },
  compute: { folders: ['base', 'kernel', 'contract'], packages: [] },
  share: { folders: ['base', 'kernel'], packages: ['valibot'], pure: true },
  importers: { folders: ['base', 'kernel'], packages: [], pure: true },
  session: { folders: ['base', 'kernel', 'timeline', 'contract', 'compute', 'share'], packages: [] },
  widgets: { folders: ['base'], types: ['contract', 'session'], packages: ['react', 'react-dom', 'd3'] },
  app: { folders: 'all', not: ['cli'], packages: 'all' },
  cli: { folders: 'all', not: ['app', 'widgets', 'view'], packages: ['node:'] },
};

/** Where one system really stands on another, headless part only: [who, on whom]. */
const ACROSS: readonly (readonly [string, string])[] = [['blockstack', 'bitcoin']];

/** Files outside src that the composition roots may name. */
const OUTSIDE = /^(package\.json|bin\/[\w-]+\.mjs|bench\/index\.ts)$/;

const MAX_LINES = 500;
const BANNED_GLOBALS = ['Date', 'SharedArrayBuffer', 'Atomics', 'WebAssembly', 'Intl', 'globalThis', 'eval'];
/** Not specified to the bit by ECMAScript, so that two engines may differ in the last digit. */
const BANNED_MATH =
  'random acos acosh asin asinh atan atan2 atanh cbrt cos cosh exp expm1 hypot log log10 log1p log2 pow sin sinh tan tanh'.split(
    ' ',
  );
const BANNED_METHODS =
  'localeCompare toLocaleString toLocaleLowerCase toLocaleUpperCase toLocaleDateString'.split(' ');

interface Import {
  readonly specifier: string;
  readonly typeOnly: boolean;
}
interface Scan {
  readonly imports: readonly Import[];
  readonly banned: readonly string[];
}
type Node = { readonly type: string } & Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
const literal = (value: unknown): string | undefined =>
  isNode(value) && value.type === 'Literal' && typeof value.value === 'string' ? value.value : undefined;
const isIdentifier = (value: unknown, name: string): boolean =>
  isNode(value) && value.type === 'Identifier' && value.name === name;

function walk(node: Node, visit: (node: Node, parent: Node, key: string) => void): void {
  for (const [key, value] of Object.entries(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (!isNode(child)) continue;
      visit(child, node, key);
      walk(child, visit);
    }
  }
}

/** The module a node names, if it names one: import, export from, import(), import type, new URL(_, import.meta.url). */
function importOf(node: Node): Import | undefined {
  const typeOnly = node.importKind === 'type' || node.exportKind === 'type' || node.type === 'TSImportType';
  const named = literal(node.source);
  if (named !== undefined) return { specifier: named, typeOnly };
  const args = node.arguments;
  if (node.type === 'NewExpression' && isIdentifier(node.callee, 'URL') && Array.isArray(args)) {
    const specifier = literal(args[0]);
    if (specifier !== undefined && args.length === 2) return { specifier, typeOnly: false };
  }
  return undefined;
}

function bannedOf(node: Node, parent: Node, key: string): string | undefined {
  const isName = (key === 'property' || key === 'key') && parent.computed !== true;
  if (node.type === 'Identifier' && !isName) {
    if (BANNED_GLOBALS.includes(node.name as string)) return node.name as string;
    const taken = node.name === 'Math' && !(key === 'object' && parent.computed !== true);
    if (taken) return 'Math taken apart (write Math.name)';
  }
  if (node.type === 'MemberExpression' && node.computed !== true && isNode(node.property)) {
    const name = node.property.name as string;
    if (isIdentifier(node.object, 'Math') && BANNED_MATH.includes(name)) return `Math.${name}`;
    if (BANNED_METHODS.includes(name)) return `.${name}()`;
  }
  // A power of a literal is a bit pattern or a bigint; any other power is as unspecified as Math.pow.
  const power = node.type === 'BinaryExpression' && node.operator === '**';
  if (power && !(isNode(node.left) && node.left.type === 'Literal')) return '** on something not a literal';
  return undefined;
}

function scan(path: string, text: string): Scan {
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path} does not parse: ${errors[0]?.message}`);
  const imports: Import[] = [];
  const banned: string[] = [];
  walk(program as unknown as Node, (node, parent, key) => {
    const found = importOf(node);
    if (found) imports.push(found);
    const bad = bannedOf(node, parent, key);
    if (bad) banned.push(bad);
  });
  return { imports, banned };
}

interface Place {
  readonly area: string;
  readonly system?: string;
}

/** Tests, and the toys that live in tests, may use everything; nothing but tests may use them. */
const isTest = (path: string): boolean => /\.test\.tsx?$|\/(toys|testing)\//.test(path);
/** Written by a program, read by nobody: its generator is read, and a test holds one against the other. */
const isGenerated = (path: string): boolean => path.endsWith('.generated.ts');
const isText = (path: string): boolean => /(^|\/)texts?[./]/.test(path);

function placeOf(path: string): Place {
  const [, folder = '', system = '', part] = path.split('/');
  if (isTest(path)) return { area: 'test' };
  if (path === 'src/systems/catalog.ts') return { area: 'catalog' };
  if (folder !== 'systems') return { area: folder };
  return { area: part === 'view' ? 'view' : 'system', system };
}

function refusal(from: Place, to: Place, typeOnly: boolean): string | undefined {
  const rule = TABLE[from.area] as Rule;
  const crosses = from.system !== undefined && to.system !== undefined && from.system !== to.system;
  if (to.area === 'test') return 'only tests may import tests';
  if (crosses && from.area === 'view') return `the view of ${from.system} may not import ${to.system}`;
  if (crosses && !ACROSS.some(([who, whom]) => who === from.system && whom === to.system))
    return `${from.system} may not stand on ${to.system} (the table has no such line)`;
  if (from.area === to.area) return undefined;
  if (rule.folders === 'all')
    return rule.not?.includes(to.area) ? `${from.area} may not import ${to.area}` : undefined;
  if (rule.folders.includes(to.area)) return undefined;
  if (rule.types?.includes(to.area))
    return typeOnly ? undefined : `${from.area} may import only types from ${to.area}`;
  return `${from.area} may not import ${to.area}`;
}

function packageRefusal(area: string, specifier: string): string | undefined {
  const { packages } = TABLE[area] as Rule;
  if (packages === 'all') return specifier.startsWith('node:') ? `${area} runs in a browser` : undefined;
  const allowed = packages.some((name) =>
    name.endsWith(':') ? specifier.startsWith(name) : specifier === name || specifier.startsWith(`${name}/`),
  );
  return allowed ? undefined : `${area} may not import the package ${specifier}`;
}

/** Every broken rule, as a sentence. `files` maps paths from the project's root ('src/base/heap.ts') to text. */
function check(files: ReadonlyMap<string, string>): string[] {
  const problems: string[] = [];
  const graph = new Map<string, string[]>();
  for (const [path, text] of files) {
    if (isTest(path)) continue;
    const from = placeOf(path);
    const rule = TABLE[from.area];
    if (!rule) {
      problems.push(`${path}: no line for '${from.area}' in the table`);
      continue;
    }
    const { imports, banned } = scan(path, text);
    const targets: string[] = [];
    for (const { specifier, typeOnly } of imports) {
      const say = (problem: string | undefined) => problem && problems.push(`${path}: ${problem}`);
      if (!specifier.startsWith('.')) {
        say(packageRefusal(from.area, specifier));
        continue;
      }
      const target = posix.join(posix.dirname(path), specifier.replace(/\?.*$/, ''));
      if (!/\.\w+$/.test(target)) say(`'${specifier}' must name a file with its extension`);
      else if (target.startsWith('src/')) {
        targets.push(target);
        say(refusal(from, placeOf(target), typeOnly));
      } else if (!(OUTSIDE.test(target) && rule.folders === 'all')) say(`'${specifier}' leaves src`);
    }
    graph.set(path, targets);
    if (rule.pure) for (const name of banned) problems.push(`${path}: ${name} is banned in pure folders`);
    const lines = text.split('\n').length - 1;
    if (lines > MAX_LINES && !isText(path) && !isGenerated(path))
      problems.push(`${path}: ${lines} lines, over ${MAX_LINES}: find the idea that wants its own name`);
  }
  for (const cycle of cyclesOf(graph)) problems.push(`import cycle: ${cycle.join(' -> ')}`);
  return problems;
}

/** One cycle for each back edge of a depth-first walk: none if and only if the graph has no cycle. */
function cyclesOf(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const done = new Set<string>();
  const path: string[] = [];
  const cycles: string[][] = [];
  function enter(file: string): void {
    const at = path.indexOf(file);
    if (at >= 0) cycles.push([...path.slice(at), file]);
    if (at >= 0 || done.has(file)) return;
    path.push(file);
    for (const target of graph.get(file) ?? []) enter(target);
    path.pop();
    done.add(file);
  }
  for (const file of graph.keys()) enter(file);
  return cycles;
}

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

function readSources(): Map<string, string> {
  const files = new Map<string, string>();
  for (const entry of readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.tsx?$/.test(entry.name) || entry.name.endsWith('.d.ts')) continue;
    const full = join(entry.parentPath, entry.name);
    files.set(relative(root, full).split(sep).join('/'), readFileSync(full, 'utf8'));
  }
  return files;
}

test('the sources keep to the table, have no import cycle, and are pure where they say so', () => {
  const files = readSources();
  expect(files.size).toBeGreaterThan(5);
  expect(check(files)).toEqual([]);
});

test('the kernel with its search is under 2,800 lines: what does not say what can happen has a room of its own', () => {
  const own = [...readSources()].filter(([path]) => path.startsWith('src/kernel/') && !isTest(path));
  const lines = own.reduce((sum, [, text]) => sum + text.split('\n').length - 1, 0);
  expect(own.length).toBeGreaterThan(20);
  expect(lines).toBeLessThan(2800);
});

describe('the checker itself', () => {
  const problemsOf = (files: Record<string, string>): string[] => check(new Map(Object.entries(files)));

  test.each<[string, Record<string, string>, string]>([
    ['a folder above', { 'src/base/a.ts': "import '../kernel/b.ts'" }, 'base may not import kernel'],
    [
      'a type from above',
      { 'src/base/a.ts': "import type { B } from '../kernel/b.ts'" },
      'base may not import',
    ],
    [
      'an inline type import',
      { 'src/base/a.ts': "let b: import('../kernel/b.ts').B" },
      'base may not import',
    ],
    ['a lazy import', { 'src/share/a.ts': "void import('../app/b.ts')" }, 'share may not import app'],
    ['a re-export', { 'src/kernel/a.ts': "export * from '../actors/b.ts'" }, 'kernel may not import actors'],
    [
      'a worker by its URL',
      { 'src/compute/a.ts': "new Worker(new URL('../app/w.ts', import.meta.url))" },
      'compute may not import app',
    ],
    [
      'a system in the pool',
      { 'src/compute/a.ts': "import '../systems/spark/jobs.ts'" },
      'compute may not import system',
    ],
    [
      'a view in its model',
      { 'src/systems/x/model.ts': "import './view/index.tsx'" },
      'system may not import view',
    ],
    [
      'a view in the catalog',
      { 'src/systems/catalog.ts': "import('./x/view/index.tsx')" },
      'catalog may not',
    ],
    ['another system', { 'src/systems/x/model.ts': "import '../y/model.ts'" }, 'x may not stand on y'],
    [
      'another system in a view',
      { 'src/systems/blockstack/view/a.ts': "import '../../bitcoin/model.ts'" },
      'the view of blockstack may not',
    ],
    [
      'a value from the kernel in a view',
      { 'src/systems/x/view/a.ts': "import { b } from '../../../kernel/b.ts'" },
      'only types',
    ],
    ['the page in the CLI', { 'src/cli/main.ts': "import '../app/store.ts'" }, 'cli may not import app'],
    [
      'a view in the CLI',
      { 'src/cli/main.ts': "import '../systems/x/view/scene.ts'" },
      'cli may not import view',
    ],
    ['the CLI in the page', { 'src/app/main.tsx': "import '../cli/main.ts'" }, 'app may not import cli'],
    ['a test', { 'src/base/a.ts': "import './a.test.ts'" }, 'only tests may import tests'],
    ['a package', { 'src/base/a.ts': "import 'react'" }, 'may not import the package react'],
    ['a package by its prefix', { 'src/widgets/a.ts': "import 'react-query'" }, 'the package react-query'],
    ['Node in the page', { 'src/app/a.ts': "import 'node:fs'" }, 'app runs in a browser'],
    ['a package in the CLI', { 'src/cli/a.ts': "import 'react'" }, 'the package react'],
    ['a barrel', { 'src/kernel/x/a.ts': "import { b } from '..'" }, 'must name a file'],
    ['no extension', { 'src/kernel/a.ts': "import { b } from './b'" }, 'must name a file'],
    ['a file outside src', { 'src/kernel/a.ts': "import '../../bench/a.ts'" }, 'leaves src'],
    ['a new folder', { 'src/utils/a.ts': '' }, "no line for 'utils'"],
    ['the clock', { 'src/kernel/a.ts': 'export const a = () => Date.now()' }, 'Date is banned'],
    ['chance', { 'src/systems/x/a.ts': 'Math.random()' }, 'Math.random is banned'],
    ['chance in a template', { 'src/systems/x/a.ts': 'f(`$' + '{Math.random()}`)' }, 'Math.random is banned'],
    ['Math taken apart', { 'src/base/a.ts': 'const { random } = Math' }, 'Math taken apart'],
    ['Math by a string', { 'src/base/a.ts': "Math['log'](2)" }, 'Math taken apart'],
    ['a logarithm', { 'src/actors/a.ts': 'Math.log(2)' }, 'Math.log is banned'],
    ['a power', { 'src/actors/a.ts': 'x ** 2' }, '** on something'],
    ['shared memory', { 'src/kernel/a.ts': 'new SharedArrayBuffer(8)' }, 'SharedArrayBuffer is banned'],
    ['compiled code', { 'src/share/a.ts': 'WebAssembly.compile(a)' }, 'WebAssembly is banned'],
    ['the global object', { 'src/share/a.ts': 'globalThis.x' }, 'globalThis is banned'],
    ['an order by locale', { 'src/base/a.ts': 'a.sort((x, y) => x.localeCompare(y))' }, '.localeCompare()'],
    ['a long file', { 'src/app/a.ts': 'f();\n'.repeat(501) }, '501 lines'],
    [
      'a cycle of types',
      {
        'src/base/a.ts': "import type { B } from './b.ts'",
        'src/base/b.ts': "import type { C } from './c.ts'",
        'src/base/c.ts': "import type { A } from './a.ts'",
      },
      'import cycle: src/base/a.ts -> src/base/b.ts -> src/base/c.ts -> src/base/a.ts',
    ],
  ])('refuses %s', (_, files, problem) => {
    const problems = problemsOf(files);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(problem);
  });

  test('accepts what the table allows', () => {
    const files = {
      'src/systems/x/model.ts':
        "import '../../kernel/model.ts'; import './rules.ts'; import { sha256 } from '@noble/hashes/sha2.js'",
      'src/systems/x/rules.ts':
        'export const top = 2 ** 32 + Math.floor(Math.sqrt(2)) + Number({ Date: 1 }.Date)',
      'src/systems/blockstack/model.ts': "import '../bitcoin/model.ts'",
      'src/systems/x/view/index.tsx':
        "import type { Frame } from '../../../session/frame.ts'; import '../model.ts'; import './x.css'; import 'react'",
      'src/systems/catalog.ts': "export const all = [() => import('./x/model.ts')]",
      'src/session/client.ts': 'new SharedArrayBuffer(Date.now())',
      'src/cli/main.ts': "import 'node:fs'; new URL('../../bin/ts-worker.mjs', import.meta.url)",
      'src/kernel/a.test.ts': "import '../actors/toys/register.ts'; Math.random()",
      'src/app/texts/en.ts': '\n'.repeat(900),
      'src/systems/x/kernel.generated.ts': '\n'.repeat(900),
    };
    expect(problemsOf(files)).toEqual([]);
  });
});
