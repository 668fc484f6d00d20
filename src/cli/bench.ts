// `bench`: the benchmarks of a checkout, in a process of their own, so that nothing this one has loaded is measured.

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UsageError } from '../contract/verb.ts';
import type { Command } from './command.ts';

const ENTRY = fileURLToPath(new URL('../../bench/index.ts', import.meta.url));

export const bench: Command = {
  usage: 'bench [NAME ...] [--only NAME] [--rounds N] [--json]',
  about: 'measures this machine: ours, a peer, and their ratio in one run',
  options: { only: 'texts', rounds: 'count', json: 'flag' },
  async run(args, io) {
    if (!existsSync(ENTRY))
      throw new UsageError('the benchmarks are in a checkout, not in the installed package');
    const rounds = args.count('rounds');
    const argv = [
      ...args.words,
      ...args.texts('only').flatMap((name) => ['--only', name]),
      ...(rounds === undefined ? [] : ['--rounds', String(rounds)]),
      ...(args.has('json') ? ['--json'] : []),
    ];
    const child = spawn(process.execPath, ['--import', 'tsx', ENTRY, ...argv], {
      cwd: dirname(dirname(ENTRY)),
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    io.onInterrupt(() => child.kill('SIGINT'));
    let rest = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) io.out(line);
    });
    const code = await new Promise<number | null>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', resolve);
    });
    if (rest !== '') io.out(rest);
    return code === 0 || code === 2 ? code : 1;
  },
};
