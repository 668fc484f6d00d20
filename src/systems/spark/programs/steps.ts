// The programs of the scenarios that are stepped through, and their small inputs. A program reads the numbers that stand
// beside it as `partitions`, `reducers` and `checkpointEvery`.

/** The paper's log mining (section 2.2.1). */
const mining = `const lines = sc
  .textFile('input', partitions);
const errors = lines
  .filter(line => line.startsWith('ERROR'))
  .persist();
errors.count();
errors
  .filter(line => line.includes('mysql'))
  .map(line => line.split(' ')[1])
  .collect();
`;

const words = `const lines = sc
  .textFile('input', partitions);
lines
  .flatMap(line => line.split(' '))
  .map(word => [word, 1])
  .reduceByKey((a, b) => a + b, reducers)
  .collect();
`;

/** Words by how often they are used: two shuffles, one after the other. */
const ranking = `const counts = sc
  .textFile('input', partitions)
  .flatMap(line => line.split(' '))
  .map(word => [word, 1])
  .reduceByKey((a, b) => a + b, reducers);
if (checkpointEvery > 0)
  counts.checkpoint();
counts.count();
counts
  .map(([word, n]) => [n, word])
  .groupByKey(reducers)
  .collect();
`;

/** Three actions on the same words. */
const thrice = `const words = sc
  .textFile('input', partitions)
  .flatMap(line => line.split(' '))
  .persist();
words.count();
words
  .filter(word => word.length > 3)
  .count();
words
  .map(word => word.length)
  .reduce((a, b) => a + b);
`;

/** Four operators, each by its name. */
const pipeline = `const lines = sc
  .textFile('input', partitions);
const words = lines
  .flatMap(line => line.split(' '));
const long = words
  .filter(word => word.length > 3);
const lengths = long
  .map(word => word.length);
lengths.collect();
`;

/** Counts that are kept, and asked for twice. */
const counted = `const counts = sc
  .textFile('input', partitions)
  .flatMap(line => line.split(' '))
  .map(word => [word, 1])
  .reduceByKey((a, b) => a + b, reducers)
  .persist();
if (checkpointEvery > 0)
  counts.checkpoint();
counts.count();
counts.collect();
`;

/** Two RDDs to be kept, in memory for one. */
const room = `const words = sc
  .textFile('input', partitions)
  .flatMap(line => line.split(' '))
  .persist();
words.count();
const loud = words
  .map(word => word.toUpperCase())
  .persist();
loud.count();
words.count();
`;

/** PageRank (section 3.2.2): the links stay where they are, the ranks go round. */
const pagerank = `const links = sc
  .textFile('input', partitions)
  .map(line => line.split(' '))
  .groupByKey(reducers)
  .persist();
let ranks = links.mapValues(outs => 1);
for (let i = 0; i < 10; i += 1) {
  const contribs = links.join(ranks)
    .values()
    .flatMap(([outs, rank]) => outs.map(
      to => [to, rank / outs.length]));
  ranks = contribs
    .reduceByKey((a, b) => a + b, reducers)
    .mapValues(sum => 0.15 + 0.85 * sum);
}
ranks.collect();
`;

/** Two rounds of it; its ranks are partitioned as its links are, where `reducers` is 3. */
const alike = `const links = sc
  .textFile('input', partitions)
  .map(line => line.split(' '))
  .groupByKey(3)
  .persist();
let ranks = links.mapValues(outs => 1);
for (let i = 0; i < 2; i += 1) {
  const contribs = links.join(ranks, 3)
    .values()
    .flatMap(([outs, rank]) => outs.map(
      to => [to, rank / outs.length]));
  ranks = contribs
    .reduceByKey((a, b) => a + b, reducers)
    .mapValues(sum => 0.15 + 0.85 * sum);
}
links.join(ranks, 3).count();
`;

/** Four rounds; their ranks are written to reliable storage every so many. */
const interval = `const links = sc
  .textFile('input', partitions)
  .map(line => line.split(' '))
  .groupByKey(reducers)
  .persist();
let ranks = links.mapValues(outs => 1);
for (let i = 1; i <= 4; i += 1) {
  ranks = links.join(ranks)
    .values()
    .flatMap(([outs, rank]) => outs.map(
      to => [to, rank / outs.length]))
    .reduceByKey((a, b) => a + b, reducers)
    .mapValues(sum => 0.15 + 0.85 * sum);
  if (i % checkpointEvery === 0) {
    ranks.persist();
    ranks.checkpoint();
    ranks.count();
  }
}
ranks.collect();
`;

export const STEPS = {
  mining,
  words,
  ranking,
  thrice,
  pipeline,
  counted,
  room,
  pagerank,
  alike,
  interval,
} as const;

/** Of the programs in examples.ts. */
export const EXAMPLE_NAMES = [
  'accumulator',
  'impure',
  'grouped',
  'reduced',
  'unkept',
  'kept',
  'coalesced',
  'unasked',
  'collected',
  'dealt',
] as const;

export const LINKS = ['a b', 'a c', 'b c', 'c a', 'd a', 'd c', 'e d', 'e b', 'f e', 'f a'].join('\n');

export const LOG = [
  'INFO 09:00 web started',
  'ERROR 09:01 mysql gone away',
  'ERROR 09:01 php out of memory',
  'INFO 09:02 mysql back',
  'ERROR 09:04 mysql gone away',
  'INFO 09:05 cache filled',
  'ERROR 09:07 disk full',
  'INFO 09:08 disk cleared',
  'ERROR 09:09 mysql locked',
  'INFO 09:10 mysql back',
  'ERROR 09:12 php out of memory',
  'INFO 09:13 all well',
].join('\n');

export const LINES = [
  'to be or not to be',
  'that is the question',
  'whether to suffer',
  'the slings and arrows',
  'or to take arms',
  'and by opposing end them',
  'to die to sleep no more',
  'and by a sleep to say we end',
].join('\n');
