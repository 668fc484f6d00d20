// The command line as a person starts it.

import { spawn } from 'node:child_process';
import { root } from '../scripts/project.mjs';

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
