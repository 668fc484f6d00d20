// What a command is: the options it knows and what it does with them. Output goes through `Io`, so that tests can read
// it and an interrupt reaches whoever is at work.

import type { Args, OptionKinds } from '../contract/verb.ts';

/**
 * 0: done and as claimed. 1: a property or a check failed, or it was stopped. 2: bad usage or bad input. 3: a fault of
 * this program.
 */
export type ExitCode = 0 | 1 | 2 | 3;

export interface Io {
  /** Writes to standard output, a newline added. */
  out(line: string): void;
  /** Writes to standard error, a newline added. */
  err(line: string): void;
  /** Lines of standard input. */
  lines(): AsyncIterable<string>;
  /** Calls back at the first interrupt (Ctrl-C); a second one ends the process. */
  onInterrupt(stop: () => void): void;
}

export interface Command {
  readonly usage: string;
  readonly about: string;
  readonly options: OptionKinds;
  run(args: Args, io: Io): Promise<ExitCode>;
}
