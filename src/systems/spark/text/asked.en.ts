// What is asked in the scenarios about keeping, partitioning and slow machines, in English. The Chinese table has the same
// keys or does not compile.

export const words = {
  'persist.predict.second': 'The first count is done. What does the second action read?',
  'persist.predict.second.file': 'the input, again',
  'persist.predict.second.kept': 'the words, from memory',
  'persist.predict.second.rest': 'only the long words',
  'pipeline.predict.tasks': 'How many tasks does this action start?',
  'pipeline.predict.tasks.four': 'four: one a partition',
  'pipeline.predict.tasks.sixteen': 'sixteen: one an operator and partition',
  'pipeline.predict.tasks.two': 'two: one a worker',
  'memory-loss.predict.bytes': 'W1 has died with its cached counts. What will stand in their place?',
  'memory-loss.predict.bytes.same': 'the same bytes',
  'memory-loss.predict.bytes.order': 'the same counts in another order',
  'memory-loss.predict.bytes.none': 'nothing: the job fails',
  'persist-vs-checkpoint.predict.from':
    'W1 has died in the last job. From where comes its partition of `counts`?',
  'persist-vs-checkpoint.predict.from.storage': 'from reliable storage',
  'persist-vs-checkpoint.predict.from.files': 'from the shuffle files, the lost one made again',
  'persist-vs-checkpoint.predict.from.copy': 'from a copy in another worker’s memory',
  'eviction.predict.third':
    'The upper-case words are being made, to be kept as well. What will the third action read?',
  'eviction.predict.third.input': 'the input again: the words are gone',
  'eviction.predict.third.memory': 'the words, from memory',
  'eviction.predict.third.loud': 'the upper-case words, from memory',
} as const;
