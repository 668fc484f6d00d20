// Programs of which no call is much and all together are: stopped in their place, on every engine the same. The last one
// is as deep as a lineage may be, and runs.

const MORE = '.flatMap(x => [1, 2, 3, 4, 5, 6, 7, 8].map(y => y))';

export const LARGE: readonly string[] = [
  'sc.parallelize(range(1, 2000), 2).map(x => range(1, 1e6).length).count()',
  'sc.parallelize(range(1, 3000), 2).flatMap(x => range(1, 3000)).map(x => [x % 10, x]).groupByKey(2).count()',
  `sc.textFile('words', 1).map(x => 1)${MORE.repeat(9)}.map(x => [1, x]).reduceByKey((a, b) => a + b, 1).collect()`,
  `sc.textFile('words', 2)${'.flatMap(x => [1, 2, 3, 4, 5, 6, 7, 8].map(y => x))'.repeat(9)}.count()`,
  "sc.parallelize(range(1, 5000), 2).map(x => 'x'.repeat(2e4).replaceAll('x', 'yy').length).reduce((a, b) => a + b)",
  'let r = sc.parallelize([[1, 1]], 1); for (let i = 0; i < 5000; i++) { r = r.groupByKey(1) }; r.count()',
  'const r = sc.parallelize([1], 1); let n = 0; for (let i = 0; i < 400; i++) { for (let j = 0; j < 1000; j++) { n = n + 1 }; r.count() }',
  'let r = sc.parallelize([[1, 1]], 1); for (let i = 0; i < 398; i++) { r = r.groupByKey(1 + i % 2) }; r.count()',
  'let r = sc.parallelize([1], 2); for (let i = 0; i < 398; i++) { r = r.mapPartitions(x => x) }; r.count()',
  'let r = sc.parallelize([1], 1); for (let i = 0; i < 398; i++) { r = r.map(x => x + 1) }; r.count()',
];
