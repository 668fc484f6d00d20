// The terms of Spark, each explained once, in English. The Chinese table has the same keys or does not compile.

export const words = {
  'term.rdd': 'RDD',
  'term.rdd.note': 'A list of records in partitions that knows how it is made from others.',
  'term.shuffle': 'shuffle',
  'term.shuffle.note':
    'Every map task writes a part for each reduce task, and each of those reads a part of every map output.',
  'term.map-output': 'map output',
  'term.map-output.note': 'What a map task leaves on its worker’s disk for the tasks after the shuffle.',
  'term.checkpoint-rdd': 'reliable storage',
  'term.checkpoint-rdd.note': 'Where checkpoints are written: it outlives every worker.',
} as const;
