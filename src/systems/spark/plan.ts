// A run's plan and what may happen to it, as the switches say.

import { utf8, withoutMark } from '../../base/bytes.ts';
import { bytesOfFile, fileIn } from '../../contract/files.ts';
import type { Params } from '../../contract/system.ts';
import type { StorageLevel } from './engine/graph.ts';
import type { Plan } from './engine/run.ts';
import { givenOf } from './given.ts';
import { NUMBERS } from './language/names.ts';
import { driverOf } from './language/program.ts';
import type { Tree } from './language/tree.ts';
import type { SparkOptions } from './model.ts';
import type { InputFile } from './tasks/input-file.ts';
import { fileOf } from './tasks/input-file.ts';
import type { TaskProgram } from './tasks/task-jobs.ts';

const LEVELS: Readonly<Record<string, StorageLevel>> = {
  none: 'NONE',
  memory: 'MEMORY_ONLY',
  'memory-and-disk': 'MEMORY_AND_DISK',
  disk: 'DISK_ONLY',
};

/** Bytes. */
const KB = 1000;

export const planOf = (tree: Tree, params: Params, seed: number): Plan => ({
  program: driverOf(tree, givenOf(params)),
  workers: Number(params.workers),
  cores: Number(params.workers),
  memory: Number(params.memory) * KB,
  level: LEVELS[String(params.persist)],
  input: (name) => (name === 'input' ? inputOf(params) : undefined),
  seed,
});

/** What a program reads: a text that a person wrote, or a file's bytes. */
export function inputOf({ input }: Params): string | Uint8Array {
  const file = fileIn(String(input));
  return file ? withoutMark(bytesOfFile(file)) : String(input);
}

/** A text is a file like any other. */
function fileOfInput(params: Params): InputFile {
  const input = inputOf(params);
  const named = fileIn(String(params.input));
  if (typeof input === 'string' || !named) return fileOf('input', utf8(String(input)));
  const { sha256, size } = named;
  return { name: 'input', sha256, size, bytes: input, address: `file:${sha256}` };
}

function tasksOf(tree: Tree, params: Params, seed: number): TaskProgram {
  const { cores = null, level = null, parallelism = null } = planOf(tree, params, seed);
  return {
    tree,
    files: [fileOfInput(params)],
    numbers: Object.fromEntries(NUMBERS.map((name) => [name, params[name]])),
    cores,
    level,
    parallelism,
    seed,
    closures: false,
    run: 0,
  };
}

export const optionsOf = (tree: Tree, params: Params, seed: number): SparkOptions => ({
  plan: planOf(tree, params, seed),
  tasks: tasksOf(tree, params, seed),
  kills: Number(params.kills),
  notice: params.notice as SparkOptions['notice'],
  speculation: params.speculation === 'on',
});
