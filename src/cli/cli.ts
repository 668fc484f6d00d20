// The command line: finds the command, checks its options, and turns whatever goes wrong into one clear line (with
// --json, `{error}` besides) and an exit code. Commands are loaded when asked for, so that each starts fast.

import { Refusal } from '../base/result.ts';
import type { CatalogEntry } from '../contract/loading.ts';
import { UsageError } from '../contract/verb.ts';
import { catalog as systems } from '../systems/catalog.ts';
import { parseArgs } from './args.ts';
import type { Command, ExitCode, Io } from './command.ts';
import { faultLine } from './fault.ts';
import { commandOf, listedVerbs, verbIn } from './verbs.ts';
import { sayIn } from './words.ts';

const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  list: () => import('./list.ts').then((m) => m.list),
  run: () => import('./run.ts').then((m) => m.run),
  replay: () => import('./replay.ts').then((m) => m.replay),
  explore: () => import('./explore.ts').then((m) => m.explore),
  compare: () => import('./compare.ts').then((m) => m.compare),
  sweep: () => import('./sweep.ts').then((m) => m.sweep),
  why: () => import('./why.ts').then((m) => m.why),
  bench: () => import('./bench.ts').then((m) => m.bench),
};

export async function runCli(
  argv: readonly string[],
  io: Io,
  catalog: readonly CatalogEntry[] = systems,
): Promise<ExitCode> {
  const [name] = argv;
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    const own = await Promise.all(Object.values(COMMANDS).map((load) => load()));
    for (const { usage, about } of [...own, ...(await listedVerbs(catalog))])
      io.out(`${usage}\n    ${about}`);
    return name === undefined ? 2 : 0;
  }
  let entry: CatalogEntry | undefined;
  try {
    const found = await find(argv, catalog);
    if (typeof found === 'string') throw new UsageError(found);
    const { command, rest } = found;
    entry = found.entry;
    if (rest.includes('--help')) {
      io.out(`${command.usage}\n    ${command.about}`);
      return 0;
    }
    return await command.run(parseArgs(rest, command.options), io);
  } catch (error) {
    const ours = !(error instanceof UsageError || error instanceof Refusal);
    const said = ours
      ? `a fault of this program: ${faultLine(error)}`
      : error instanceof Refusal
        ? await wordsOf(error, argv, catalog, entry)
        : error.message;
    io.err(said);
    // Who asked for JSON reads one value in any case.
    if (argv.includes('--json')) io.out(JSON.stringify({ error: said }));
    return ours ? 3 : 2;
  }
}

interface Found {
  readonly command: Command;
  /** The words after its name. */
  readonly rest: readonly string[];
  /** The system whose verb it is. */
  readonly entry?: CatalogEntry;
}

/** The command or verb that these words begin with; else what there is. */
async function find(argv: readonly string[], catalog: readonly CatalogEntry[]): Promise<Found | string> {
  const [name = ''] = argv;
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (load) return { command: await load(), rest: argv.slice(1) };
  const listed = await listedVerbs(catalog);
  const found = verbIn(argv, listed);
  if (found) {
    const { verb, words } = found;
    return { command: await commandOf(verb, catalog), rest: argv.slice(words), entry: verb.entry };
  }
  const verbs = listed.map((verb) => verb.name);
  const near = verbs.filter((verb) => verb.startsWith(`${name} `));
  const known = near.length > 0 ? near : [...Object.keys(COMMANDS), ...verbs];
  const asked = near.length > 0 ? argv.slice(0, 2).join(' ') : name;
  return `no command '${asked}'; there are: ${known.join(', ')}`;
}

async function wordsOf(
  { text }: Refusal,
  argv: readonly string[],
  catalog: readonly CatalogEntry[],
  entry: CatalogEntry | undefined,
): Promise<string> {
  const chinese = argv.some(
    (word, index) => word === '--lang=zh' || (word === 'zh' && argv[index - 1] === '--lang'),
  );
  // A run's settings are refused in its system's words.
  const named = catalog.find(({ id }) => argv.some((word) => word.includes(`${id}/`)));
  return (await sayIn(chinese ? 'zh' : 'en', entry ?? named))(text);
}
