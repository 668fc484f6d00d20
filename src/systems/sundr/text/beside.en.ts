// What stands beside the questions, said where a run ends. The Chinese table has the same keys or does not compile.

export const words = {
  'beside.trust':
    'In Frangipani clients trust Petal, and Petal trusts every client. Here a client trusts nobody but those who may write: the server stores blocks, and each client builds the file system from them itself.',
  'beside.secret':
    'Integrity is not confidentiality: a signature keeps bytes from being changed, not from being read.',
  'beside.alone':
    'The server may tell this lie to C alone: A and B read what they wrote themselves, and notice nothing.',
  'beside.lost':
    'A client that loses the number of its own last operation is as one that never asked: an old log, whole and signed, passes, as with the own-last check off. That number and its key are all that it must carry from one machine to another.',
  'beside.place':
    'The server cannot put C’s fetch elsewhere in the log: its signature covers what stood before it. Where that was without B1, C is in a world of its own.',
  'beside.old':
    'Who comes for the first time may be shown an old state with its own old vector, and every check passes: fork consistency does not promise that it is the newest.',
  'beside.names':
    'Relatives: fork-linearizability asks that each world is linearizable, and that worlds which part never meet again. Fork* lets two of them share one more operation. Weak fork lets each user’s last one break real time as well, and so nobody has to wait.',
  'beside.side':
    'SUNDR resolves no fork: users choose a side, and those of the other make their operations again there.',
  'beside.box':
    'The box prevents no fork; it bounds how long one stays unseen. It need not be one machine: several can stamp by vote.',
  'beside.wait':
    'Nobody can do without the wait where the server may lie: until A has signed, the server can still make A’s operation vanish, and what C showed would be nobody’s.',
  'beside.votes':
    'With 3n+1 machines of which n may lie, the others outvote them, and what is shown is right. Here one machine holds everything: a lie is not prevented, it is found once somebody sees both worlds.',
  'beside.collude':
    'A user who helps the server can sign in both worlds, and spoil the files that are that user’s to write. It gains neither the files of others nor the past that honest users have signed: let B help, and search.',
  'beside.removed':
    'A user is removed, or its key revoked, by a write to `.sundr.users`, which the superuser signs. The server can hide it like any write: in a world that parted before it, the old key still counts. Have B removed, and try.',
  'beside.refuse': 'A server can always refuse to answer: availability is not promised.',
  'beside.witness':
    'Witnesses sign a checkpoint only if it continues what they have seen. One that helps the log signs both of its worlds: so ask for several that are unlikely to conspire, and compare all the same.',
} as const;
