// Entry of the command line: Node's standard streams and signals, and the exit code.

import { createInterface } from 'node:readline';
import { runCli } from './cli.ts';
import type { Io } from './command.ts';

const stops: (() => void)[] = [];
let interrupted = false;
process.on('SIGINT', () => {
  if (interrupted || stops.length === 0) process.exit(130);
  interrupted = true;
  for (const stop of stops) stop();
});
// A reader that has seen enough (head, less) closes the pipe: that is not an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

const io: Io = {
  out: (line) => void process.stdout.write(`${line}\n`),
  err: (line) => void process.stderr.write(`${line}\n`),
  lines: () => createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY }),
  onInterrupt: (stop) => void stops.push(stop),
};

process.exitCode = await runCli(process.argv.slice(2), io);
