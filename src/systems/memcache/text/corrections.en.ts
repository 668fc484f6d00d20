// Where the notes are looser than the paper, in English. The Chinese table has the same keys or does not compile.

export const words = {
  'corrections.empty-read.title': 'Not an empty read: an old one',
  'corrections.empty-read.notes':
    'A client writes from the backup region, deletes the key in its cache, reads, and gets nothing, because the change has not reached the backup yet.',
  'corrections.empty-read.paper':
    'The miss is harmless in itself. The reader then asks the replica’s database, which lags, and gets the old value.',
  'corrections.empty-read.run':
    'Without the marker, four steps: the write, the delete, a miss, and a read of the replica that returns the value from before its own write.',
  'corrections.marker-first.title': 'The marker is set first, not after the delete',
  'corrections.marker-first.notes': 'When the client deletes the key, it marks the key as “remote”.',
  'corrections.marker-first.paper':
    'Three steps, in this order: set the marker in the region, write to the master with the key and the marker in the statement, delete the key in the local cluster.',
  'corrections.marker-first.run':
    'The marker is the first thing that happens. Set after the write, there would be a moment in which a miss still trusts the replica.',
  'corrections.marker-primary.title': 'A marked read goes to the database, not to a cache',
  'corrections.marker-primary.notes':
    'A read that finds the marker takes the value from the cache of the remote primary.',
  'corrections.marker-primary.paper':
    'On a miss, the client checks for the marker; if it is there, the query goes to the master region, else to the local one. What answers is a database.',
  'corrections.marker-primary.run':
    'C1 misses, finds the marker, and reads its own write from the primary’s database.',
  'corrections.marker-gone.title': 'The replication stream removes the marker',
  'corrections.marker-gone.notes': 'When the get is done, the “remote” mark is removed.',
  'corrections.marker-gone.paper':
    'The marker is named in the write’s statement, so it goes when the write has been replicated: the stream deletes it, not the reader.',
  'corrections.marker-gone.run':
    'C1 has read and the marker still stands. It goes three steps later, after the replica has the write: a reader in between would need it too.',
  'corrections.hold-off-add.title': 'Hold-off refuses adds, and the refused client reads the database',
  'corrections.hold-off-add.notes':
    'For two seconds after a delete in the cold cluster, no put of that key is allowed.',
  'corrections.hold-off-add.paper':
    'What is refused is `add`, the operation that fills a cold cluster from a warm one. A refused add means the database has something newer, so the client reads it there.',
  'corrections.hold-off-add.run':
    'C1 comes with the warm cluster’s old value, is refused, and reads the database.',
  'corrections.two-seconds.title': 'Two seconds can be too short, in two ways',
  'corrections.two-seconds.notes': 'Two seconds are taken to be enough for writes to arrive.',
  'corrections.two-seconds.paper':
    'It admits one hole: the warm cluster’s delete may take longer than the hold-off. Operational experience says it is rare.',
  'corrections.two-seconds.run':
    'There is a second way: a slow reader. It copies the old value, the hold-off ends while it dawdles, and its add is taken. Seven steps, and the cold cluster is wrong for ever.',
  'corrections.lease-backwards.title': 'A lease does not keep a reader from going back in time',
  'corrections.lease-backwards.notes':
    'Asked about consistency: the lease also makes sure you do not go back to the past.',
  'corrections.lease-backwards.paper':
    'It claims two things for leases: no stale sets, no thundering herds. It says nothing about the order of one client’s reads.',
  'corrections.lease-backwards.run':
    'With leases on, a client that is refused one and reads the database sees the new value, and then the old one from the cache. Seven steps. If losers wait, it holds.',
  'corrections.replication.title': 'mcsqueal deletes; it carries no data between regions',
  'corrections.replication.notes':
    'The squeal process listens for changes at the primary and brings them to the backup data centre.',
  'corrections.replication.paper':
    'MySQL’s own replication carries the data. mcsqueal reads the commit log and only sends deletes to caches; behind the replication stream, so that a delete never runs ahead of the data.',
  'corrections.replication.run':
    'The replica applies the log entry first; the delete at the cache beside it is the next entry of the same stream.',
} as const;
