// What is asked and wanted in the scenarios about the signed log.

export const words = {
  'signed-log.predict.covers': 'B is about to sign. What will its signature cover?',
  'signed-log.predict.covers.all': 'A’s entry and its own',
  'signed-log.predict.covers.own': 'its own entry alone',
  'signed-log.predict.covers.file': 'the bytes of `bank.py` alone',
  'drop-an-entry.predict.whose': 'The server shows C the log without A’s entry. Whose signature fails?',
  'drop-an-entry.predict.whose.b': 'B’s: it covers A’s entry',
  'drop-an-entry.predict.whose.none': 'nobody’s',
  'drop-an-entry.predict.whose.a': 'A’s',
  'rollback.predict.gone': 'The server shows A an empty log. What does A hold against it?',
  'rollback.predict.gone.own': 'its own last entry is missing',
  'rollback.predict.gone.signature': 'a signature fails',
  'rollback.predict.gone.nothing': 'nothing: an empty log is a good log',
  'why-log-fetches.predict.second':
    'C was shown nothing for `auth.py`, and left no entry. Now it is shown everything, for `bank.py`. What does C do?',
  'why-log-fetches.predict.second.accepts': 'it accepts it, and runs old with new',
  'why-log-fetches.predict.second.refuses': 'it refuses it',
  'why-log-fetches.predict.second.old': 'it gets the old `bank.py`',
  'signed-log.goal.part': 'Have two users sign logs that have parted',
  'signed-log.goal.forged-never': 'Have somebody accept bytes that nobody signed',
  'drop-an-entry.goal.forged': 'Have somebody accept an entry made up by you',
  'drop-an-entry.goal.silent-never': 'Do harm with all checks on, and nobody refuses',
  'rollback.goal.back': 'Take back an operation of A, and A signs on',
  'rollback.goal.back-never': 'The same with all checks on',
  'why-log-fetches.goal.mixed': 'Serve C an old auth.py with the new bank.py',
  'why-log-fetches.goal.mixed-own': 'The same, with fetches logged and nobody looking for their own last',
  'why-log-fetches.goal.mixed-sig':
    'The same, as a liar who makes nothing up, with nobody verifying signatures',
  'why-log-fetches.goal.mixed-order': 'The same, of version structures that nobody puts in order',
  'why-log-fetches.goal.mixed-never': 'The same, with all checks on',
} as const;
