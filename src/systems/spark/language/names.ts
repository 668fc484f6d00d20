// The names that a program may use: what is not in a table here cannot be written. Members are looked up by name in
// tables of ours, never on a value itself, so that no name leads to a prototype or to the page.

/** Members of the context, of RDDs, of broadcast variables and accumulators: Spark's names, called on what the engine gives. */
export const ENGINE_MEMBERS: ReadonlySet<string> = new Set(
  (
    'parallelize textFile union emptyRDD range broadcast accumulator longAccumulator doubleAccumulator ' +
    'collectionAccumulator setCheckpointDir defaultParallelism ' +
    'map filter flatMap mapValues flatMapValues mapPartitions mapPartitionsWithIndex glom keys values keyBy distinct ' +
    'sample randomSplit takeSample groupBy groupByKey reduceByKey aggregateByKey foldByKey combineByKey join ' +
    'leftOuterJoin rightOuterJoin fullOuterJoin cogroup sortByKey sortBy partitionBy repartition coalesce zip ' +
    'zipWithIndex zipWithUniqueId cartesian intersection subtract subtractByKey setName persist cache unpersist ' +
    'checkpoint localCheckpoint count collect collectAsMap reduce fold aggregate take first top takeOrdered ' +
    'countByKey countByValue lookup foreach foreachPartition saveAsTextFile sum min max mean isEmpty ' +
    'getNumPartitions toDebugString add'
  ).split(' '),
);

/** Those that run a job and give a value: it is one of the program's results. */
export const ACTIONS: ReadonlySet<string> = new Set(
  (
    'collect count reduce fold aggregate take first top takeOrdered takeSample countByKey countByValue collectAsMap ' +
    'lookup sum min max mean isEmpty saveAsTextFile'
  ).split(' '),
);

/** Numbers that a person sets beside the program, and that it may read. */
export const NUMBERS = ['partitions', 'reducers', 'checkpointEvery'] as const;

/** What a program is given by name. */
export const GIVEN: readonly string[] = ['sc', 'HashPartitioner', 'Modulo', ...NUMBERS];

/** Names made by `new NAME(n)` as well as by `NAME(n)`. */
export const MAKERS: ReadonlySet<string> = new Set(['HashPartitioner', 'Modulo']);

export const STORAGE_LEVELS: ReadonlySet<string> = new Set(['MEMORY_ONLY', 'MEMORY_AND_DISK', 'DISK_ONLY']);

/** Builtins that give another value for another attempt: they are flagged, and show why functions must not. */
export const UNSAFE: ReadonlySet<string> = new Set(['unsafeRandom', 'attemptNumber']);
