// The names that a program may use: what is not in a table here cannot be written. Members are looked up by name in
// tables of ours, never on a value itself, so that no name leads to a prototype or to the page.

/**
 * Members of the context, of RDDs, of broadcast variables and accumulators: Spark's names, called on what the engine
 * gives. Behind each the least and the most arguments that it takes.
 */
export const ENGINE_MEMBERS: ReadonlyMap<string, readonly [number, number]> = new Map(
  (
    'parallelize12 textFile12 union19 emptyRDD00 broadcast11 accumulator02 longAccumulator01 setCheckpointDir01 ' +
    'map11 filter11 flatMap11 mapValues11 flatMapValues11 mapPartitions12 mapPartitionsWithIndex12 glom00 keys00 ' +
    'values00 keyBy11 distinct01 sample23 randomSplit12 groupBy12 groupByKey01 reduceByKey12 aggregateByKey34 ' +
    'foldByKey23 combineByKey34 join12 leftOuterJoin12 rightOuterJoin12 fullOuterJoin12 cogroup19 sortByKey02 ' +
    'sortBy13 partitionBy11 repartition11 coalesce12 zip11 zipWithIndex00 cartesian11 intersection12 subtract12 ' +
    'subtractByKey12 setName11 persist01 cache00 unpersist01 checkpoint00 count00 collect00 collectAsMap00 reduce11 ' +
    'fold22 aggregate33 take11 first00 top12 takeOrdered12 countByKey00 countByValue00 lookup11 foreach11 ' +
    'saveAsTextFile11 sum00 min01 max01 isEmpty00 getNumPartitions00 toDebugString00 add11'
  )
    .split(' ')
    .map((spelled) => [spelled.slice(0, -2), [Number(spelled.at(-2)), Number(spelled.at(-1))]]),
);

/** Those that run a job and give a value: it is one of the program's results. */
export const ACTIONS: ReadonlySet<string> = new Set(
  (
    'collect count reduce fold aggregate take first top takeOrdered countByKey countByValue collectAsMap ' +
    'lookup sum min max isEmpty saveAsTextFile'
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
