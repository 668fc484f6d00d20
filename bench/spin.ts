// Spin (Holzmann; Debian package `spin`) as a peer: generates a C program from lease-cache.pml, compiles it and runs it.

import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface Spin {
  readonly version: string;
  /** One search; seconds are the whole process's. */
  search(): Promise<{ readonly states: number; readonly edges: number; readonly seconds: number }>;
  close(): Promise<void>;
}

/** Null, with the reason logged, where Spin or a C compiler is missing. */
export async function buildSpin(log: (line: string) => void): Promise<Spin | null> {
  const folder = await mkdtemp(join(tmpdir(), 'lamplight-spin-'));
  const close = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    const { stdout } = await run('spin', ['-V']);
    await copyFile(fileURLToPath(new URL('./lease-cache.pml', import.meta.url)), join(folder, 'model.pml'));
    // Without -o2 Spin merges states that differ in variables it takes for dead, and counts fewer.
    await run('spin', ['-a', '-o2', 'model.pml'], { cwd: folder });
    await run('cc', ['-O3', '-DSAFETY', '-DNOREDUCE', '-o', 'pan', 'pan.c'], { cwd: folder });
    return { version: stdout.trim(), search: () => searchIn(folder), close };
  } catch (error) {
    await close();
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    log(
      `skipped: ${(error as NodeJS.ErrnoException).path} is not installed (Debian: apt-get install spin gcc)`,
    );
    return null;
  }
}

async function searchIn(folder: string): Promise<{ states: number; edges: number; seconds: number }> {
  const began = performance.now();
  const { stdout } = await run('./pan', ['-m1000000'], { cwd: folder });
  const seconds = (performance.now() - began) / 1000;
  const number = (pattern: RegExp): number => Number(pattern.exec(stdout)?.[1] ?? Number.NaN);
  // Spin counts the initial state as a transition.
  return {
    states: number(/(\d+) states, stored/),
    edges: number(/(\d+) transitions/) - 1,
    seconds,
  };
}
