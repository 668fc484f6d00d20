// How runs end, in English. The Chinese table has the same keys or does not compile.

export const words = {
  'lazy.end.kept':
    'At the first action and no sooner: {read partition was|partitions were} read from the input. The second action read {hits kept partition|kept partitions} and nothing of the input.',
  'lazy.end.twice':
    'Once an action: {read partition|partitions} in all, since nothing was kept from the first.',
  'stages.end.cut':
    'At the shuffle. {partitions map task|map tasks} wrote {records record|records}; then {reducers reduce task|reduce tasks} read a part of each map output, so none began before the last map task had ended.',
  'narrow-crash.end.again':
    'Only what it held: {again partition was|partitions were} made again by {by}, each from its own part of the input. The result is the same.',
  'narrow-crash.end.unkept':
    'Nothing was kept, so nothing kept was lost: both actions read the whole input, {read partition|partitions} in all.',
  'narrow-crash.end.calm': 'Nobody died in this run, and nothing was made again.',
  'wide-crash.end.deep':
    'Through both shuffles: {again map output was|map outputs were} made again by {by}, because each task of the last stage reads from every map task.',
  'wide-crash.end.short':
    'To the last shuffle and no further: {again map output was|map outputs were} made again by {by}; what stood before it was still there.',
  'wide-crash.end.calm': 'Nothing was made again in this run.',
  'persist.end.each':
    'Once an action: {read partition|partitions} in {jobs action|actions}. Nothing was kept, so each began again from the file.',
  'persist.end.kept':
    'Once: {read partition|partitions}. The words were kept at the first action, and {hits partition was|partitions were} read from memory since.',
  'pipeline.end.one':
    '{tasks task|tasks}, one a partition. Each led its records through all operators one by one, and nothing was written in between.',
  'memory-loss.end.again':
    'The same bytes, from the shuffle files: {files map output was|map outputs were} made again first, then the counts, by {by}.',
  'memory-loss.end.unkept':
    'Nothing was kept, so no cached partition was lost; {files map output was|map outputs were} made again.',
  'memory-loss.end.calm': 'Nobody died in this run, and both actions read what was there.',
  'persist-vs-checkpoint.end.storage':
    'The cache died with its worker, the checkpoint did not: the lost partition was read from reliable storage, and {files map output was|map outputs were} made again. The checkpoint cost a job of its own.',
  'persist-vs-checkpoint.end.lineage':
    'Without a checkpoint the loss goes back along the lineage: {files map output was|map outputs were} made again before the counts.',
  'persist-vs-checkpoint.end.calm': 'Nobody died in this run; neither was needed.',
  'eviction.end.again':
    'The RDD that was used last stayed, the other was driven out and computed once more: {again partition|partitions} made again, {read} read from the input in all.',
  'eviction.end.disk':
    'What was driven out of memory went to disk, and was read from there: {hits partition was|partitions were} read, none computed again.',
  'eviction.end.room':
    'There was room for both: {hits partition was|partitions were} read from memory, none computed again.',
  'eviction.end.unkept': 'Nothing was kept: {read partition was|partitions were} read from the input.',
  'pagerank.end.kept':
    'Only contributions: {shuffles shuffle|shuffles} in all, one of them for the links. After the first round the links were read from memory {hits time|times}, and never moved.',
  'pagerank.end.unkept':
    'Contributions, and the links’ shuffle files once more in each round: nothing was kept, so each round grouped the links anew from their files.',
  'co-partitioned.end.alike':
    'Nothing: equal keys lay in equal partitions, and each join was narrow. {shuffles} shuffles: one for the links, one a round for the sums.',
  'co-partitioned.end.apart':
    'The ranks, once more in each round: their partitions were not those of the links. {shuffles} shuffles, and {records record|records} written.',
  'checkpoint-interval.end.storage':
    'From the last checkpoint and no further: {files map output was|map outputs were} made again by {by}. The checkpoints took jobs of their own: {jobs job|jobs} in {tasks task|tasks}.',
  'checkpoint-interval.end.lineage':
    'From the input: nothing had been written, and {files map output was|map outputs were} made again by {by}, {tasks task|tasks} in all.',
  'checkpoint-interval.end.calm':
    'Nobody died in this run: {jobs job|jobs} in {tasks task|tasks}, those for checkpoints among them.',
  'straggler.end.copy':
    'A copy ran beside the slow task, and the first to end counted: {tasks task was|tasks were} started for the work of one fewer.',
  'straggler.end.waited': 'No copy was started: everybody waited for the slow task.',
  'playground.end.calm':
    '{jobs job|jobs} in {tasks task|tasks}; {read partition was|partitions were} read from the input. Nobody died.',
  'playground.end.again':
    '{jobs job|jobs} in {tasks task|tasks}; {again thing|things} made again by {by}, with the same result.',
  'example.accumulator.end':
    'Two counts, and the accumulator says **{counted}**: a transformation adds each time it is computed. Persist the words, or count in an action; lose a kept partition, and it adds once more.',
  'example.impure.end':
    'Nothing tells from a calm run that this function draws. Kill a worker after the count: what is made again has other bytes, and “same bytes again” says so.',
  'example.grouped.end':
    'Every pair was shuffled: {records record|records}, {bytes} bytes. Compare with `reduceByKey`.',
  'example.reduced.end':
    'Each map task added up first: {records record|records} were shuffled, {bytes} bytes. Compare with `groupByKey`.',
  'example.unkept.end':
    'The checkpoint is a job of its own, over the same lineage: {read partition|partitions} read for a file of {partitions}. Persist first.',
  'example.kept.end':
    'The job that wrote the checkpoint read what was kept: {read partition|partitions} read, {hits} from memory.',
  'example.coalesced.end':
    '`coalesce(1)` left one task for the whole stage before it; with a shuffle (`coalesce(1, true)`) that stage kept its {partitions task|tasks}: {tasks task|tasks} in all.',
  'example.unasked.end':
    '{jobs job|jobs} for two actions: `take` looked into one partition and then into more, `sortByKey` sampled its keys first.',
  'example.collected.end':
    'The same words twice: `collect` brought every record to the driver, `count` a number a partition.',
  'example.dealt.end':
    '`repartition` dealt {records record|records} out by their order, over {shuffles shuffle|shuffles}. In Spark blocks arrive in any order, so it calls this **indeterminate**: a retry that dealt otherwise would lose some rows and double others. Here blocks are read in order; kill a worker, and the bytes are the same.',
  'beside.immutable':
    'An RDD is never changed: what was lost is made again as it was, and nobody who had read it can tell. A value that could be changed would have to be copied, or its changes written down.',
  'beside.log':
    'Lineage against a log of transactions: here it is {rdds RDD|RDDs}, whatever the data weighs, and redoes lost partitions alone; a log would hold {records record|records} and could undo and redo single writes, which an RDD does not have.',
  'beside.four':
    'A task that cannot fetch its input is not to blame: it does not count towards the four failures after which a job is given up; a stage’s own four attempts do.',
  'beside.disk':
    'Cached partitions lie in memory; shuffle files lie on the disk of who wrote them, although all is said to be in memory. Both go with their worker.',
  'beside.counter':
    '`counter = counter + 1` within a task’s function is refused here: in Spark each task adds to a copy of its own, and the driver’s stays 0. Use an accumulator, or reduce.',
  'beside.repartition':
    'Where blocks arrive in any order, what deals out records by their order (repartition, a sample) may lose or double rows when only part of it is made again. Spark then runs all of the stage again, or gives the job up; here blocks are read in order.',
  'beside.collect':
    'What is collected must fit the driver: Spark gives up past `spark.driver.maxResultSize`, 1 GB. Save it, or take a few.',
  'end.any':
    '{jobs job|jobs} in {tasks task|tasks}; {read partition was|partitions were} read from inputs, {again thing|things} made again.',
  'end.failed': 'It failed: {why}',
  'fact.jobs': '{jobs job|jobs}, {stages stage|stages} run, {skipped} skipped, {tasks task|tasks} started',
  'fact.read': '{read partition|partitions} read from inputs, {hits} from memory',
  'fact.shuffled': '{records record|records} shuffled, {bytes} bytes read',
  'fact.again': '{again} made again',
  'fact.result': 'last result `{value}`',
} as const;
