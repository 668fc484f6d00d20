// What every network of actors says: faults as headings, and why a step cannot happen now. A system with actors spreads
// this table into its own. The Chinese table has the same keys or does not compile.

export const words = {
  'act.drop': 'lost',
  'act.duplicate': 'doubled',
  'act.resend': 'sent again',
  'act.crash': 'crash',
  'act.recover': 'up again',
  'act.cut': 'cut off',
  'act.heal': 'joined again',
  'blocked.cut': 'the network is cut between them',
  'blocked.down': '{actor} is down',
  'blocked.queue': 'messages go in order here: an earlier one is first',
  'blocked.full': '{most} messages are on the way, the most that this network holds',
} as const;
