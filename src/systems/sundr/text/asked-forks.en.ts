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
  'fork.goal.part': 'Part A and B for ever',
  'fork.goal.part-never': 'The same from an honest server',
  'cannot-merge.goal.merge-own': 'Merge them where nobody looks for their own last',
  'cannot-merge.goal.merge-order': 'Merge two worlds where nobody checks the order',
  'cannot-merge.goal.merge-never': 'Merge two worlds with all checks on',
} as const;
