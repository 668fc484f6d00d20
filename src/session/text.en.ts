// What a session has to say for itself, in English. What a system says is in the system's own tables.

export const en = {
  'session.unknown-switch': '{system} has no switch called `{name}`. It has: {known}.',
  'session.bad-value': '`{name}` cannot be `{value}`. It can be: {allowed}.',
  'session.text.long': '**{name}** is {length} characters long; {most} is the most.',
  'session.text.half': '**{name}**: place {at} holds half a character. Write it again.',
  'session.text.form': '**{name}** has to be {form}.',
  'session.bad-seed': 'A seed is a whole number from 0 to 4294967295, not `{seed}`.',
  'session.not-open': 'No run is open yet.',
  'session.left': 'That run is no longer open.',
  'session.nothing-before': 'There is no run to go back to.',
  'session.no-place': 'There is no step {step} in try {try}.',
  'session.not-possible': '`{key}` cannot happen in step {step}.',
  'session.kept-up-to':
    'Under the new settings the choice in step {step} (`{key}`) is no longer possible. The run is kept up to there.',
  'session.too-much.state':
    'Step {step} is not taken: after it, the state would hold more than {most} MB, the most that is kept. The run stops here.',
  'session.too-much.run':
    'Step {step} is not taken: with it, the steps of this run would hold more than {most} MB, the most that is kept. It stops here.',
  'session.too-much.settings':
    'These settings are not opened: the first state would hold more than {most} MB, the most that is kept.',
  'session.cancelled': 'Stopped. The run is as it was.',
  'session.search-failed': 'The search ended early: {reason}. Search again.',
  'session.unknown-property': 'There is no property called `{name}`. There are: {known}.',
  'session.never-violated': '`{name}` is never violated in this run, so there is nothing to explain.',
  'session.why.swap':
    'Broken in step {at}, because step {step} ({earlier}) came before step {other} ({later}). The other way round, it holds.',
  'session.why.two':
    'Broken in step {at}, because step {step} ({earlier}) came before step {other} ({later}), and step {step2} ({earlier2}) before step {other2} ({later2}). Swap either pair and it holds.',
  'session.why.leave-out': 'Broken in step {at}, because of step {step}. Without it, it holds.',
  'session.why.open':
    'Broken in step {at}. Changing step {step} undoes that, but leaves something in flight at the end.',
  'session.why.witness': 'Broken in step {at}. {witness}',
  'session.why.none': 'Broken in step {at}. Leaving out any one step or swapping any two does not mend it.',
  'session.why.change.swap': 'Step {other} ({later}) before step {step} ({earlier})',
  'session.why.change.leave-out': 'Without step {step} ({what})',
  'session.seen.nothing': 'Nothing happens for **{name}**.',
  'session.seen.cannot-tell': 'cannot tell',
  'session.file.wanted':
    'This run reads the file **{name}** ({size} bytes, SHA-256 `{sha256}`). Files are not in a link: give the file, and the run opens.',
  'session.file.other':
    'That is another file. Wanted: **{name}** ({size} bytes, SHA-256 `{sha256}`). Given: **{given}** ({givenSize} bytes, SHA-256 `{givenSha256}`).',
  'session.file.big': '**{name}** has {size} bytes; {most} are the most.',
  'session.import.unknown': '{system} reads no files called `{format}`. It reads: {known}.',
  'session.import.stopped': 'Stopped after {read} of {of} bytes. Nothing was kept of it.',
  'session.compared.setting': '{name}: {value}',
  'session.compared.text': '`{start}`',
  'session.compared.side': '**{setting}.** {said}',
  'session.compared': '{a} {b}',
  'session.compared.same': 'Both end the same: {said}',
  'session.end.and': '{all}; {part}',
  'session.end.sentence': '{all}.',
  'session.end.nothing': 'Nothing to see differs.',
  'session.end.promise': '“{property}” {verdict}',
  'session.verdict.open': 'is open',
  'session.verdict.holds': 'holds',
  'session.verdict.violated': 'is violated',
  'session.verdict.reached': 'is reached',
  'session.verdict.not reached': 'is not reached',
  'session.verdict.does not apply': 'does not apply',
  'session.verdict.unknown': 'is unknown',
} as const;

export type SessionTextKey = keyof typeof en;
