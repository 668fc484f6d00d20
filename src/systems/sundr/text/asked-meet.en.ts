// What is asked and wanted in the scenarios about what users tell each other and count.

export const words = {
  'out-of-band.predict.compare': 'A tells B what it signed last. What does B find?',
  'out-of-band.predict.compare.parted': 'neither is before the other: a fork',
  'out-of-band.predict.compare.prefix': 'A is simply further on',
  'out-of-band.predict.compare.server': 'it must ask the server',
  'version-vectors.predict.order':
    'B has signed A2 B2. Now it is shown A3, which counts A3 B1. Which is newer?',
  'version-vectors.predict.order.neither': 'neither: B refuses',
  'version-vectors.predict.order.newer': 'A3',
  'version-vectors.predict.order.own': 'B’s own',
  'version-vectors.goal.move': 'Have A move to B’s world, where nobody checks the order',
  'version-vectors.goal.move-never': 'Move somebody to another world with all checks on',
  'out-of-band.goal.found': 'Have a fork found by two users who talk',
  'out-of-band.goal.found-never': 'Have one found where the server is honest',
} as const;
