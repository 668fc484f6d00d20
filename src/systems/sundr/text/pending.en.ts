// What is said of operations that overlap (section 3.4): of their steps, of the view that has them in the tree, and what
// is asked of them.

export const words = {
  'act.wait': 'waited',
  'do.wait': '**{user}** goes on with what was being written',
  'say.wait': 'What **{user}** was reading is signed now: it goes on.',
  'blocked.would-wait': 'would wait: {user} reads what {id} is writing, and it is not signed yet',
  'facet.pending': 'pending',
  'concurrent.predict.pending':
    'C has signed and was told that A1 is on its way. It reads what A1 writes. What does it show?',
  'concurrent.predict.pending.waits': 'nothing, until A has signed',
  'concurrent.predict.pending.old': 'the version before A’s',
  'concurrent.predict.pending.new': 'A’s version, at once',
  'concurrent.goal.unsigned': 'Have C show what A has not signed yet',
  'concurrent.goal.unsigned-never': 'The same where it waits',
  'shown.amid': '{shown}, {ids} pending',
  'say.sends': '**{user}** sends a signed update certificate for {op}. The server shows {shown}.',
  'say.commits': 'The server keeps **{id}**: it is signed, and pending no more.',
  'say.withdraws': '**{user}** commits nothing: its certificate goes.',
  'view.pending': 'Fork tree',
  'pending.caption': 'A card from its certificate on: dashed while pending, solid once signed',
  'pending.word': 'pending',
  'pending.short': '{id}: {op} {file}, pending',
  'pending.entry.pending':
    '**{signer}**’s {id}, {op} `{file}`, is pending: its update certificate is signed, its structure is not. After {parent}. Branch {branch}.',
  'pending.entry.signed':
    '**{signer}** signs {id}, {op} `{file}`, {vector}, after {parent}. Branch {branch}. It records as pending: {amid}.',
  'pending.entry.plain': '**{signer}** signs {id}, {op} `{file}`, {vector}, after {parent}. Branch {branch}.',
  'pending.none': 'No certificate has been sent yet.',
  'pending.user': 'user',
  'pending.doing': 'doing',
  'pending.shown': 'was shown',
  'pending.amid': 'and as pending',
  'pending.last': 'last signed',
  'pending.idle': 'nothing',
  'pending.refused': 'refused',
  'pending.waits': '{id} signed; waits for the bytes',
  'pending.sent': '{id}: certificate sent',
  'pending.commit': '{id} signed, on its way',
  'pending.at': '{id}: {phase}',
  'pending.tell.idle': '**{user}** has nothing under way. Last signed: {last}.',
  'pending.tell': '**{user}**, {doing}. It was shown {shown}, and as pending {amid}. Last signed: {last}.',
} as const;
