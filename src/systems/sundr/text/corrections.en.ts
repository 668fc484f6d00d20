// Where the notes are looser than the paper, in English. The Chinese table has the same keys or does not compile.

export const words = {
  'corrections.signing.title': 'A signature is no encryption',
  'corrections.signing.notes': 'A file is encrypted by an asymmetric key, so that S cannot change it.',
  'corrections.signing.paper':
    'Files are signed: anybody can read them and check who wrote them. SUNDR promises integrity; who may read is another matter.',
  'corrections.signing.run':
    'C reads the altered `auth.py` without trouble, and refuses it: the signature is over other bytes.',
  'corrections.honest-branches.title': 'Honest runs never branch',
  'corrections.honest-branches.notes': 'A and B upload at the same time, and so the log gets two branches.',
  'corrections.honest-branches.paper':
    'There is a lock: one operation after another, each on top of the last. Two branches mean that the server has lied.',
  'corrections.honest-branches.run': 'Four operations of three users with an honest server: one log.',
  'corrections.stamp.title': 'The time is an update like any other',
  'corrections.stamp.notes': 'A trusted machine adds timestamps to the log.',
  'corrections.stamp.paper':
    'The box is a user whom all trust. It signs an update of one file every few seconds, through SUNDR, and so signs what it saw.',
  'corrections.stamp.run': 'T’s second stamp is an entry of its own, and its signature covers what A wrote.',
  'corrections.merge.title': 'The server cannot merge',
  'corrections.merge.notes':
    'The server may fork the log at any time, as long as it can merge the logs into one consistent view again.',
  'corrections.merge.paper':
    'It may fork, and that is all: who has signed in one branch refuses what was signed in the other. Users can choose a side and go on.',
  'corrections.merge.run': 'B has signed beside A2. Shown both, it refuses: they cannot be put in order.',
} as const;
