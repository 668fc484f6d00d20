// The command line: finds the command, checks its options, and turns whatever goes wrong into one clear line and an
// exit code. Commands are loaded when asked for, so that each starts fast.

import { Refusal } from '../base/result.ts';
import { parseArgs, UsageError } from './args.ts';
import type { Command, ExitCode, Io } from './command.ts';
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

export async function runCli(argv: readonly string[], io: Io): Promise<ExitCode> {
  const [name, ...rest] = argv;
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    for (const load of Object.values(COMMANDS)) {
      const { usage, about } = await load();
      io.out(`${usage}\n    ${about}`);
    }
    return name === undefined ? 2 : 0;
  }
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!load) {
    io.err(`no command '${name}'; there are: ${Object.keys(COMMANDS).join(', ')}`);
    return 2;
  }
  const command = await load();
  if (rest.includes('--help')) {
    io.out(`${command.usage}\n    ${command.about}`);
    return 0;
  }
  try {
    return await command.run(parseArgs(rest, command.options), io);
  } catch (error) {
    if (error instanceof UsageError) io.err(error.message);
    else if (error instanceof Refusal) io.err(await wordsOf(error, rest));
    else throw error;
    return 2;
  }
}

async function wordsOf({ text }: Refusal, rest: readonly string[]): Promise<string> {
  const chinese = rest.some(
    (word, index) => word === '--lang=zh' || (word === 'zh' && rest[index - 1] === '--lang'),
  );
  return (await sayIn(chinese ? 'zh' : 'en'))(text);
}
