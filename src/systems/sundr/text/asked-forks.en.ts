// What is asked and wanted in the scenarios about forks and version structures.

export const words = {
  'fork.predict.hidden': 'The server hides A2 from C. What does C do?',
  'fork.predict.hidden.signs': 'it signs, in a world of its own',
  'fork.predict.hidden.notices': 'it refuses: something is missing',
  'fork.predict.hidden.waits': 'it waits for A',
  'cannot-merge.predict.merge': 'A2 was signed without B1. The server shows B both. What does B do?',
  'cannot-merge.predict.merge.refused': 'it refuses: they cannot be put in order',
  'cannot-merge.predict.merge.merged': 'it merges the two',
  'cannot-merge.predict.merge.signature': 'it refuses: a signature fails',
  'out-of-band.predict.compare': 'A tells B what it signed last. What does B find?',
  'out-of-band.predict.compare.parted': 'neither is before the other: a fork',
  'out-of-band.predict.compare.prefix': 'A is simply further on',
  'out-of-band.predict.compare.server': 'it must ask the server',
  'version-vectors.predict.order':
    'B has signed A2 B2. Now it is shown A3, which counts A3 B1. Which is newer?',
  'version-vectors.predict.order.neither': 'neither: B refuses',
  'version-vectors.predict.order.newer': 'A3',
  'version-vectors.predict.order.own': 'B’s own',
  'fork.goal.part': 'Part A and B for ever',
  'fork.goal.part-never': 'The same from an honest server',
  'cannot-merge.goal.merge-own': 'Merge them where nobody looks for their own last',
  'out-of-band.goal.found': 'Have a fork found by two users who talk',
  'out-of-band.goal.found-never': 'Have one found where the server is honest',
  'cannot-merge.goal.merge-order': 'Merge two worlds where nobody checks the order',
  'cannot-merge.goal.merge-never': 'Merge two worlds with all checks on',
} as const;
