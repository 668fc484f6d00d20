// The steps and findings of thundering-herd, in English. The Chinese table has the same keys or does not compile.

export const words = {
  'thundering-herd.answer':
    '{clients} web servers read one hot key that is deleted {deletes time|times} a second. Without leases the database sees a peak of **{without} reads/s**; with leases **{with}**: {ratio} times fewer. The peak is the busiest tenth of a second.',
  'thundering-herd.plot.clients':
    'With {clients} web servers, leases bring the peak down from {without} to {with} reads/s',
  'thundering-herd.plot.clients.x': 'web servers that read the key',
  'thundering-herd.plot.clients.y': 'database reads in a tenth of a second, as a rate',
  'thundering-herd.plot.time':
    'Each delete brings a herd: the peak is {without} reads/s without leases, {with} with them',
  'thundering-herd.plot.time.x': 'time',
  'thundering-herd.plot.time.y': 'database reads in a tenth of a second, as a rate',
  'thundering-herd.line.without': 'without leases',
  'thundering-herd.line.with': 'with leases',
  'thundering-herd.line.timeWithout': 'without leases',
  'thundering-herd.line.timeWith': 'with leases',
  'thundering-herd.paper.without': 'paper’s peak without leases, 17,000/s (3.2.1)',
  'thundering-herd.paper.with': 'paper’s peak with leases, 1,300/s (3.2.1)',
  'thundering-herd.here.off':
    '**Everybody who misses reads the database.** After a delete all {clients} web servers want the same key: a peak of {without} reads a second.',
  'thundering-herd.here.on':
    '**One of them reads, the others wait.** With leases the peak is {with} database reads a second, for {clients} web servers.',
  'thundering-herd.fix': 'leases',
  'thundering-herd.plot.clients.tab': 'By web servers',
  'thundering-herd.plot.time.tab': 'Over time',
  'thundering-herd.followed': '200 ms, {deletes} deletes a second',
  'thundering-herd.box.web': '{clients web server|web servers}',
  'thundering-herd.box.web.note': 'waiting for the value',
  'thundering-herd.box.web.says': 'at most {most} at once',
  'thundering-herd.box.database': 'Database',
  'thundering-herd.box.database.note': 'the same read',
  'thundering-herd.box.database.says': 'at most {most} at once',
  'thundering-herd.back': 'the value',
  'thundering-herd.paper':
    'For a set of keys prone to herds the peak of database reads was 17,000 a second without leases and 1,300 with them (3.2.1).',
} as const;
