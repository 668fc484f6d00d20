// What is asked and wanted in the scenarios about files, their signatures and their bytes.

export const words = {
  'trapdoor.predict.altered':
    'The server gives C an `auth.py` that it changed. C verifies no signature. What does C do?',
  'trapdoor.predict.altered.runs': 'it runs it',
  'trapdoor.predict.altered.refuses': 'it refuses it',
  'trapdoor.predict.altered.later': 'it notices when it fetches `bank.py`',
  'signed-files.predict.old': 'A and B have finished. The server shows C the first `auth.py`. What follows?',
  'signed-files.predict.old.mixed': 'C runs the old one with the new `bank.py`',
  'signed-files.predict.old.refused': 'C refuses: the signature is old',
  'signed-files.predict.old.new': 'C asks again and gets the new one',
  'merkle-path.predict.block':
    'A’s structure is shown as A signed it, one block of `auth.py` is not. What fails?',
  'merkle-path.predict.block.handle': 'the hash: it does not climb to A’s i-handle',
  'merkle-path.predict.block.signature': 'A’s signature',
  'merkle-path.predict.block.nothing': 'nothing',
  'byzantine.predict.best': 'The server is asked by B. What is the worst lie that B will accept?',
  'byzantine.predict.best.parts': 'hiding A’s work: a world of its own',
  'byzantine.predict.best.outvoted': 'none: the other users outvote it',
  'byzantine.predict.best.forges': 'an `auth.py` that the server made up',
  'trapdoor.goal.forged': 'Have C run bytes that nobody signed',
  'trapdoor.goal.denied': 'The same to somebody who verifies signatures',
  'signed-files.goal.denied': 'Tell C that there is no auth.py',
  'signed-files.goal.mixed-never': 'The same where a log is signed instead',
  'merkle-path.goal.forged': 'Have somebody accept bytes that nobody signed',
  'merkle-path.goal.forged-never': 'The same with all checks on',
  'byzantine.goal.spoil': 'With B’s key, have somebody accept what B never wrote',
  'byzantine.goal.forged-never': 'With B’s key, forge what A writes',
  'byzantine.goal.merge-never': 'With B’s key, merge the worlds of two others',
  'byzantine.goal.outlive': 'After B is removed, have somebody believe it',
  'byzantine.goal.outlive-never': 'The same, with B’s key, to somebody who is shown the removal',
  'signed-files.goal.mixed': 'Serve C an old auth.py with the new bank.py',
} as const;
