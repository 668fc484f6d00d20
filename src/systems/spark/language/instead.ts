// Asked for while a program is read, and only then.

/** What is written instead of what Spark or a console has, and a program here has not. */
export const INSTEAD: Readonly<Record<string, string>> = {
  collectionAccumulator: 'accumulator(0)',
  doubleAccumulator: 'accumulator(0)',
  foreachPartition: 'foreach(f)',
  groupWith: 'cogroup(other)',
  localCheckpoint: 'checkpoint()',
  mean: 'sum() / rdd.count()',
  range: 'parallelize(range(a, b))',
  reduceByKeyLocally: 'reduceByKey(f).collectAsMap()',
  repartitionAndSortWithinPartitions: 'sortByKey()',
  takeSample: 'sample(false, fraction, seed)',
  toLocalIterator: 'collect()',
  treeAggregate: 'aggregate(zero, add, merge)',
  treeReduce: 'reduce(f)',
  wholeTextFiles: 'textFile(name)',
  zipWithUniqueId: 'zipWithIndex()',
};
