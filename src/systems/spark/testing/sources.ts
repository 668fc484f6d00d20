// Programs as a person would write them, on larger inputs: the paper's log mining (section 2.2.1), word count,
// PageRank (section 3.2.2), a join with and without partitioners, and k-means.

export const SOURCES = {
  wordcount: `// How often is each word used?
const counts = sc.textFile('documents.txt', 4)
  .flatMap(line => line.split(' '))
  .map(word => [word, 1])
  .reduceByKey((a, b) => a + b, 3);
counts.count();
counts.map(([word, n]) => [n, word]).sortByKey(false).take(5);
`,
  'log-mining': `// Nothing runs before the first count; the second reads what is cached.
const lines = sc.textFile('service.log', 4);
const errors = lines.filter(line => line.startsWith('ERROR')).persist();
errors.count();
const mysql = errors.filter(line => line.includes('mysql'));
mysql.count();
mysql.map(line => line.split('\\t')[1]).collect();
`,
  join: `// The same join: both sides shuffled, one side, none.
const a = sc.parallelize(range(0, 39).map(i => [i % 10, 'a' + i]), 4);
const b = sc.parallelize(range(0, 19).map(i => [i % 7, 'b' + i]), 3);
a.join(b, 5).count();
const pa = a.partitionBy(new HashPartitioner(5)).persist();
pa.join(b).count();
const pb = b.partitionBy(new HashPartitioner(5));
pa.join(pb).count();
`,
  pagerank: `// Links are grouped and cached once; ranks keep their partitioner, so the joins are narrow.
const links = sc.textFile('links.txt', 3)
  .map(line => line.split(' '))
  .map(([from, to]) => [Number(from), Number(to)])
  .distinct()
  .groupByKey()
  .cache();
let ranks = links.mapValues(() => 1);
for (let i = 0; i < 5; i++) {
  ranks = links.join(ranks).values()
    .flatMap(([outs, rank]) => outs.map(to => [to, rank / outs.length]))
    .reduceByKey((a, b) => a + b)
    .mapValues(sum => 0.15 + 0.85 * sum);
}
ranks.collect();
`,
  kmeans: `// Points go to the nearest centre, centres to the middle of their points.
const points = sc.parallelize(range(1, 300), 4).map(i => [Math.sin(i) * 3 + i % 3 * 5, Math.cos(i * 2)]).persist();
let centres = [[0, 0], [4, 0], [11, 1]];
for (let i = 0; i < 4; i++) {
  const now = centres;
  const nearest = ([x, y]) => {
    const far = now.map(([a, b]) => (x - a) ** 2 + (y - b) ** 2);
    return far.indexOf(Math.min(...far));
  };
  const sums = points.map(p => [nearest(p), [p[0], p[1], 1]])
    .reduceByKey(([a, b, n], [c, d, m]) => [a + c, b + d, n + m]);
  centres = sums.mapValues(([x, y, n]) => [x / n, y / n]).sortByKey().values().collect();
}
`,
} as const;
