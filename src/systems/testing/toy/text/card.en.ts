// What home and Find say of the toy, in English.

export const words = {
  'system.title': 'Toy lock',
  'system.paper': 'a test of the catalog',
  'system.question': 'Two clerks, one lock. Who is inside?',
  'group.lock': 'Taking the lock',
  'look-then-take.title': 'Looking is not taking',
  'look-then-take.short': 'Look, then take',
  'look-then-take.question': 'Both clerks look before they take. Is that enough?',
  'test-and-set.title': 'Look and take at once',
  'test-and-set.short': 'Test and set',
  'test-and-set.question': 'What if looking and taking are one step?',
  'note.title': 'A note in place of a lock',
  'note.short': 'A note',
  'note.question': 'Ann leaves a note. Does it keep Ben out?',
  'property.one-inside': 'at most one clerk is inside',
  'property.both-done': 'both clerks come out again',
  'switch.atomic': 'Atomic',
  'switch.reads': 'Ben looks',
  'switch.rota': 'Rota',
} as const;
