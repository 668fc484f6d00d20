// The command line as a person starts it.

import { spawn } from 'node:child_process';
import { root } from '../scripts/project.mjs';
import { runCli } from '../src/cli/cli.ts';

export interface CliAnswer {
  readonly code: number;
  readonly json: Record<string, unknown>;
  readonly error: string;
}

/** Runs a command with `--json` and reads what it prints. */
export async function cli(...args: readonly string[]): Promise<CliAnswer> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', ...args, '--json'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let error = '';
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString('utf8');
  });
  child.stderr.on('data', (chunk: Buffer) => {
    error += chunk.toString('utf8');
  });
  const code = await new Promise<number>((resolve) => child.on('close', (ended) => resolve(ended ?? 1)));
  return { code, json: out === '' ? {} : (JSON.parse(out) as Record<string, unknown>), error };
}

/** The same command in this process: no second program to start, where many commands are asked. */
export async function cliHere(...args: readonly string[]): Promise<CliAnswer> {
  const out: string[] = [];
  const error: string[] = [];
  const code = await runCli([...args, '--json'], {
    out: (line) => void out.push(line),
    err: (line) => void error.push(line),
    lines: async function* () {},
    onInterrupt: () => undefined,
  });
  const text = out.join('\n');
  return {
    code,
    json: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>),
    error: error.join('\n'),
  };
}
