// Where the notes are looser than the paper, in English. The Chinese table has the same keys or does not compile.

export const words = {
  'corrections.partitions.title': 'Narrow and wide are about partitions',
  'corrections.partitions.notes':
    'A dependency of one parent RDD and one child is narrow; of one parent and many children, wide.',
  'corrections.partitions.paper':
    'Narrow: each partition of the parent is used by at most one partition of the child; wide: by several. A join has two parents, and is narrow where both are partitioned alike.',
  'corrections.partitions.run':
    'Links and ranks, two parents, are partitioned alike: the task of the join that starts here reads one partition of each, and nothing is shuffled for it.',
  'corrections.parallel.title': 'Which stages run side by side',
  'corrections.parallel.notes': 'Stages run in parallel.',
  'corrections.parallel.paper':
    'A stage starts when what it reads is there; only stages that do not wait for one another run side by side. Tasks of one stage do.',
  'corrections.parallel.run':
    'Two of four map tasks are done and a worker is free: it takes the third. No reduce task may start.',
} as const;
