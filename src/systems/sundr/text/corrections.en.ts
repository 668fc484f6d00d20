// Where the notes are looser than the paper, in English. The Chinese table has the same keys or does not compile.

export const words = {
  'corrections.signing.title': 'A signature is no encryption',
  'corrections.signing.notes': 'A file is encrypted by an asymmetric key, so that S cannot change it.',
  'corrections.signing.paper':
    'Files are signed: anybody can read them and check who wrote them. SUNDR promises integrity; who may read is another matter.',
  'corrections.signing.run':
    'C reads the altered `auth.py` without trouble, and refuses it: the signature is over other bytes.',
  'corrections.trust.title': 'Who trusts whom',
  'corrections.trust.notes':
    'In Frangipani the file system and all clients trust each other; in SUNDR clients are not trusted.',
  'corrections.trust.paper':
    'Petal is trusted by its clients, and trusts each of them. In SUNDR it is the server that nobody trusts; of users everybody trusts those who may write, for what they may write.',
  'corrections.trust.run':
    'The server hands out blocks and signed structures. C builds the file system from them itself, and runs what A and B wrote.',
  'corrections.only-for-c.title': 'Changed for C alone',
  'corrections.only-for-c.notes':
    'S changes `bank.py` for C, and because the business stays as it was, that is hard to notice.',
  'corrections.only-for-c.paper':
    'A and B cannot notice at all: they are shown what they wrote. C can, if it verifies signatures: turn that on and look again.',
  'corrections.only-for-c.run':
    '`auth.py` reaches C as A wrote it, `bank.py` does not. C runs both, and A and B see nothing of it.',
  'corrections.insert-fetch.title': 'C’s fetch has one place',
  'corrections.insert-fetch.notes':
    'The server knows the hash of A’s entry, so it can insert C’s fetch behind it, and then cannot send B’s.',
  'corrections.insert-fetch.paper':
    'It inserts nothing: C signs over what it was shown. Shown A’s entry alone, C signs beside B, and from then on no log holds both.',
  'corrections.insert-fetch.run': 'C signs on top of A1. When it is shown B1 as well, a signature fails.',
  'corrections.old-vector.title': 'An old state with its own old vector',
  'corrections.old-vector.notes': 'The newest version structure is the one to take.',
  'corrections.old-vector.paper':
    'The newest that is shown. To somebody who has seen nothing newer, the server can show an old state whole; fork consistency does not promise more.',
  'corrections.old-vector.run':
    'B1 is signed, and C is shown A1 alone, as it was signed. Every check passes, and the promise holds.',
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
