// Programs of the playground, each with something that an engineer who runs Spark meets sooner or later.

import type { EXAMPLE_NAMES } from './steps.ts';

const lines = `const words = sc
  .textFile('input', partitions)
  .flatMap(line => line.split(' '))`;

/** An accumulator in a transformation: it counts whenever that is computed. */
const accumulator = `const seen = sc.longAccumulator('seen');
${lines}
  .map(word => {
    seen.add(1);
    return word;
  });
words.count();
words.count();
`;

/** A function that draws: what is made again is something else. */
const impure = `const drawn = sc
  .textFile('input', partitions)
  .map(line => [line, unsafeRandom()])
  .persist();
drawn.count();
drawn
  .map(([line, x]) => x)
  .collect();
`;

/** The same counts twice: every pair is shuffled, or sums are. */
const grouped = `${lines};
words
  .map(word => [word, 1])
  .groupByKey(reducers)
  .mapValues(ones => ones.length)
  .collect();
`;
const reduced = `${lines};
words
  .map(word => [word, 1])
  .reduceByKey((a, b) => a + b, reducers)
  .collect();
`;

/** The job that writes a checkpoint computes all again, unless it was kept. */
const unkept = `${lines};
words.checkpoint();
words.count();
`;
const kept = `${lines}
  .persist();
words.checkpoint();
words.count();
`;

/** One partition at the end of a stage is one task for all of the stage. */
const coalesced = `${lines}
  .map(word => word.toUpperCase());
words.coalesce(1).collect();
words.coalesce(1, true).collect();
`;

/** Jobs that nobody asked for by name: take looks into one partition, then into more; sortByKey samples first. */
const unasked = `${lines};
words
  .filter(word => word === 'sleep')
  .take(1);
words
  .map(word => [word, 1])
  .sortByKey(true, reducers)
  .count();
`;

/** All to the driver, or a number. */
const collected = `${lines};
words.collect();
words.count();
`;

/** Rows that are dealt out by their order, behind a shuffle. */
const dealt = `${lines};
words
  .map(word => [word, 1])
  .reduceByKey((a, b) => a + b, reducers)
  .repartition(partitions)
  .collect();
`;

export const EXAMPLES = {
  accumulator,
  impure,
  grouped,
  reduced,
  unkept,
  kept,
  coalesced,
  unasked,
  collected,
  dealt,
} as const satisfies Readonly<Record<(typeof EXAMPLE_NAMES)[number], string>>;
