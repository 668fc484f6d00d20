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

export const STEPS = { mining, words, ranking } as const;

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
