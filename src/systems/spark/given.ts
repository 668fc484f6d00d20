// What a program finds under the names that it is given besides `sc`.

import { hashPartitioner, modulo } from './engine/partitioner.ts';
import { NUMBERS } from './language/names.ts';
import type { Given } from './language/program.ts';

/** Numbers by name. */
export type Numbers = Readonly<Record<string, unknown>>;

export const givenOf = (numbers: Numbers): Given => ({
  HashPartitioner: hashPartitioner,
  Modulo: modulo,
  ...Object.fromEntries(NUMBERS.map((name) => [name, numbers[name]])),
});

/** Where nobody sets the numbers. */
export const NUMBERS_ALONE: Numbers = { partitions: 2, reducers: 2, checkpointEvery: 0 };
export const GIVEN_ALONE = givenOf(NUMBERS_ALONE);
