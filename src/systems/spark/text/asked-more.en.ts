// What is asked of PageRank and of slow machines, in English. The Chinese table has the same keys or does not compile.

export const words = {
  'pagerank.predict.round': 'The first round is done. What does the second read besides contributions?',
  'pagerank.predict.round.memory': 'the links, from memory',
  'pagerank.predict.round.input': 'the input again',
  'pagerank.predict.round.shuffled': 'the links, shuffled once more',
  'co-partitioned.predict.join':
    'The first round is written. What does the next join shuffle, besides contributions?',
  'co-partitioned.predict.join.narrow': 'nothing: equal keys lie in equal partitions',
  'co-partitioned.predict.join.ranks': 'the ranks',
  'co-partitioned.predict.join.both': 'links and ranks',
  'straggler.predict.first': 'W0 and W1 both run task 0 now, and W0 is slow. Whose result counts?',
  'straggler.predict.first.copy': 'W1’s: the first to end',
  'straggler.predict.first.original': 'W0’s: it was first to start',
  'straggler.predict.first.both': 'both, compared with each other',
} as const;
