// What users do about a fork that they found: one takes the other's side.

export const words = {
  'act.join': 'take a side',
  'act.stay': 'keep its side',
  'do.join': '**{user}** takes **{other}**’s side',
  'do.stay': '**{user}** keeps to its side, and tells **{other}** so',
  'say.joins': '**{user}** takes **{other}**’s side, where its own last is {last}. It leaves {left}.',
  'say.joins-new': '**{user}** takes **{other}**’s side, where it has signed nothing. It leaves {left}.',
  'why.joins': 'What it wrote it makes again there: {ids}. Nobody else may sign that.',
  'why.joins-read': 'There it only read, so nothing is to be made again.',
  'say.stays': '**{user}** keeps to its side, and tells **{other}** what it signed last.',
  'why.stays': 'Which side is the right one, SUNDR does not say. Users do.',
  'why.again':
    'The same write as {of}, which stays behind. Its number is new: no number may stand for two structures.',
  'blocked.stopped': '{user} has refused, and does nothing more',
  'blocked.again': '{user} makes {id} again first',
} as const;
