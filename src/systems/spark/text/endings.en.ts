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
  'end.any':
    '{jobs job|jobs} in {tasks task|tasks}; {read partition was|partitions were} read from inputs, {again thing|things} made again.',
  'end.failed': 'It failed: {why}',
  'fact.jobs': '{jobs job|jobs}, {stages stage|stages} run, {skipped} skipped, {tasks task|tasks} started',
  'fact.read': '{read partition|partitions} read from inputs, {hits} from memory',
  'fact.again': '{again} made again',
  'fact.result': 'last result `{value}`',
} as const;
