// What State says of a partition that was chosen, in English. The Chinese table has the same keys or does not compile.

export const words = {
  'thing.name': '`{name}`, partition {p}',
  'thing.is': 'now',
  'thing.by': 'made by',
  'thing.why': 'why',
  'thing.records': 'records written',
  'thing.bytes': 'size',
  'thing.sum': 'checksum',
  'thing.sums': 'checksum, lost and new',
  'thing.line': 'line of the program',
  'thing.attempt': '{worker}, task {task} of {stage}.{attempt}',
  'thing.job': '`{action}` wanted it: job {job}',
  'thing.before.dead': 'it was lost with {from}',
  'thing.before.alive': 'it was gone from {from}',
  'thing.size': '{n} B',
  'thing.same': '`{first} = {now}`',
  'thing.other': '`{first} ≠ {now}`',
} as const;
