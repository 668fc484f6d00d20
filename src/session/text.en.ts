// What a session has to say for itself, in English. What a system says is in the system's own tables.

export const en = {
  'session.unknown-switch': '{system} has no switch called `{name}`. It has: {known}.',
  'session.bad-value': '`{name}` cannot be `{value}`. It can be: {allowed}.',
  'session.bad-seed': 'A seed is a whole number from 0 to 4294967295, not `{seed}`.',
  'session.not-open': 'No run is open yet.',
  'session.no-place': 'There is no step {step} in try {try}.',
  'session.no-try': 'There is no try {try}.',
  'session.not-possible': '`{key}` cannot happen in step {step}.',
  'session.kept-up-to':
    'Under the new settings the choice in step {step} (`{key}`) is no longer possible. The run is kept up to there.',
  'session.cancelled': 'Stopped. The run is as it was.',
  'session.unknown-property': 'There is no property called `{name}`. There are: {known}.',
  'session.never-violated': '`{name}` is never violated in this run, so there is nothing to explain.',
  'session.why.swap':
    'Broken in step {at}, because step {step} ({earlier}) came before step {other} ({later}). The other way round, it holds.',
  'session.why.two':
    'Broken in step {at}, because step {step} ({earlier}) came before step {other} ({later}), and step {step2} ({earlier2}) before step {other2} ({later2}). Swap either pair and it holds.',
  'session.why.leave-out': 'Broken in step {at}, because of step {step}. Without it, it holds.',
  'session.why.open':
    'Broken in step {at}. Changing step {step} undoes that, but leaves something in flight at the end.',
  'session.why.none': 'Broken in step {at}. Leaving out any one step or swapping any two does not mend it.',
  'session.why.change.swap': 'Step {other} ({later}) before step {step} ({earlier})',
  'session.why.change.leave-out': 'Without step {step} ({what})',
} as const;

export type SessionTextKey = keyof typeof en;
