// Words that the scenarios of coins share, in English.

export const words = {
  'actor.X': 'X',
  'actor.Y': 'Y',
  'actor.Z': 'Z',
  'actor.Q': 'Q',
  'actor.N1': 'Node 1',
  'actor.N2': 'Node 2',
  'actor.N3': 'Node 3',
  'role.X': 'was paid by T6',
  'role.Y': 'is paid by X',
  'role.Z': 'sells coffee, trusts Node 2',
  'role.Q': 'wants what is not Q’s',
  'role.N1': 'checks everything itself',
  'role.N2': 'checks everything itself',
  'role.N3': 'checks what it is told to',
  'rep.taken': 'taken',
  'rep.refused': '{rule}',
  'chip.refused': '✗ {what}',
  'row.pool': 'waiting for a block',
  'row.refused': 'refused last',
} as const;
