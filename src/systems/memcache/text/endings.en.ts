// How runs end, in English: what became of a cache, each scenario’s answers, and single facts to tell two ends apart.
// Loaded when a run has ended or is compared.

export const words = {
  'end.open': 'Something is still in flight.',
  'end.cache.stale': '{cache} keeps {held}, the {database} holds {now}; nothing in flight will repair it.',
  'end.cache.right': '{cache} holds {held}, as the {database} does.',
  'end.cache.empty': '{cache} holds nothing: the next read gets {now} from the {database}.',
  'fact.empty': '{who} holds nothing',
  'fact.holds': '{who} holds {value}',
  'fact.stored': '{who} holds {value}',
  'fact.read': '{who} last read {value}',
  'fact.reads': '{n read|reads} of k reached the database',
  'fact.pair': 'the reader holds a = {a} and b = {b}',
  'fact.counter': '{who}, {row}: {n}',
  'look-aside.end.broken': 'A value read before the write comes into the cache after the delete. {cache}',
  'look-aside.end.kept': 'Who writes deletes the key; who misses next fills it from the database. {cache}',
  'update-vs-invalidate.end.broken': 'The older write arrives last, and the cache cannot tell. {cache}',
  'update-vs-invalidate.end.kept': 'No older value arrives last. {cache}',
  'read-your-writes.end.broken':
    'It reads the value from before its own write: the delete comes after its read. {cache}',
  'read-your-writes.end.kept': 'It reads its own write: the old value is gone before it reads. {cache}',
  'two-regions.end.broken':
    'Not the web server: its delete arrives before the data, and a reader puts the old value back. {cache}',
  'two-regions.end.kept':
    'Who deletes after the data has arrived: the next reader gets the new value. {cache}',
  'stale-set.end.broken': 'The set of the old value goes last, after the delete. {cache}',
  'stale-set.end.kept': 'No old value is set after the delete. {cache}',
  'cold-cluster-race.end.broken': 'Yes: an old value is added after the delete, and stays. {cache}',
  'cold-cluster-race.end.kept': 'No old value stays: what comes after the delete is refused. {cache}',
  'remote-marker.end.broken':
    'It sees the value from before its own write: the replica has not heard of it yet. {cache}',
  'remote-marker.end.kept': 'It sees its own write. {cache}',
  'back-in-time.end.broken':
    'Yes: it reads the new value from the database, then the old one from the cache. {cache}',
  'back-in-time.end.kept': 'No reader sees an older value after a newer one. {cache}',
  'consistency.end.wrong': 'Even “right in the end” breaks: an old value stays. {cache}',
  'consistency.end.sequential':
    'Linearizability and sequential consistency break: no single order fits what each client saw. {cache}',
  'consistency.end.linearizable':
    'Linearizability is the first to break, and alone: a read returns the old value after the write is done. {cache}',
  'consistency.end.kept': 'None of the promises breaks in this run. {cache}',
  'thundering-herd.end.broken':
    'All that miss before the first fill: {reads read of k reaches|reads of k reach} the database. {cache}',
  'thundering-herd.end.kept':
    '{reads read of k reaches|reads of k reach} the database, never two at the same time. {cache}',
  'udp-tcp.end.broken': 'It may not: its set carries no lease, so nothing refuses the old value. {cache}',
  'udp-tcp.end.kept': 'No old value comes in after the delete. {cache}',
  'cross-shard.end.broken': 'Yes: the reader holds a = {a} and b = {b}, half of the write.',
  'cross-shard.end.blocked':
    'Nobody reads anything: the reader waits for a shard, and the shard for a coordinator that is down.',
  'cross-shard.end.read': 'No: the reader holds a = {a} and b = {b}.',
  'cross-shard.end.unread': 'The reader has not read both keys.',
  'growth.end.web':
    'The web server is the first to be full: more pages come than it can take. {webServed page is|pages are} served.',
  'growth.end.database':
    'The database is the first to be full: every web server reads there. {webServed page is|pages are} served.',
  'growth.end.kept':
    'None is full: {webServed page is|pages are} served with {databaseServed database read|database reads}.',
  'partition-vs-replicate.end.broken':
    'No: each request needs both halves, so each server handles {cache1Load request|requests}, as many as one server alone.',
  'partition-vs-replicate.end.kept':
    'A copy is: each request goes to one server, and Cache 1 handles {cache1Load request|requests}.',
  'clusters-incast.end.broken':
    'Not so many: the port is full and drops {portDropped answer|answers}, to be asked for again after 3 ms.',
  'clusters-incast.end.full':
    'As many as the port holds: it is full, and all {webHave item|items} come through.',
  'clusters-incast.end.kept':
    'So many can: all {webHave item|items} come through, and the port is never full.',
  'regional-pool.end.broken':
    'With a cache each, the region keeps {databaseCopies copy|copies} of a photo that hardly anybody asks for.',
  'regional-pool.end.kept':
    'It need not: {databaseCopies copy|copies} in the region, and the pool answers {poolHits get|gets}.',
  'cold-start.end.broken':
    'It has more to answer than it can take: {databaseReads read|reads}, one for each key that is new to the cluster.',
  'cold-start.end.kept':
    'It keeps up: the warm cluster gives {warmGiven value|values}, and {databaseReads read|reads} reach the database.',
  'gutter.end.database': 'The database, and it cannot: {databaseReads read|reads} where it can take 3.',
  'gutter.end.servers':
    'The servers that are left, and the one that gets the hot key cannot. The database sees {databaseReads read|reads}.',
  'gutter.end.kept':
    'The gutter pool, with {gutterHits hit|hits}: the database sees {databaseReads read|reads} and keeps up.',
  'billion.end.broken':
    '{databaseReads} of {usersGets} gets, and that is more than the databases can answer.',
  'billion.end.kept':
    '{databaseReads} of {usersGets} gets: the caches answer the rest, and the databases keep up.',
} as const;

export type EndingsKey = keyof typeof words;
