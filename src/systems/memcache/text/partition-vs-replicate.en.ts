// The steps and findings of partition-vs-replicate, in English. The Chinese table has the same keys or does not compile.

export const words = {
  'partition-vs-replicate.predict.queue':
    'Each server has two requests waiting and answers one. Then two web servers send one more request each. How many wait at Cache 1?',
  'partition-vs-replicate.predict.queue.three': 'three: each request comes to both servers',
  'partition-vs-replicate.predict.queue.two': 'two: each server gets one of the requests',
  'partition-vs-replicate.predict.queue.one': 'one: it keeps up',
  'partition-vs-replicate.do.ask-part': 'get {keys}',
  'partition-vs-replicate.do.ask-all': 'get {keys}',
  'partition-vs-replicate.do.answer': 'answer',
  'partition-vs-replicate.say.ask-part': '**{who}** asks **{to}** for its half of the keys: `{keys}`.',
  'partition-vs-replicate.say.ask-all': '**{who}** asks **{to}** for all keys: `{keys}`.',
  'partition-vs-replicate.say.answer': '**{who}** answers one request; {left is|are} waiting.',
  'partition-vs-replicate.why.ask-part':
    'The request needs the other half too, so the other server gets one as well.',
  'partition-vs-replicate.why.ask-all': 'One request, one server: the other is free for somebody else.',
  'partition-vs-replicate.answer':
    'Each request asks for {keys} keys. Split over {servers} servers, a million requests a second cost each server **{splitLoad}**, and together they answer {split} requests/s: every server is full. Replicated, each handles **{copiesLoad}**, and they answer {copies}. The arithmetic of section 3.2.3 is within {off} % of the run.',
  'partition-vs-replicate.plot.servers':
    'Splitting {keys}-key requests adds nothing; a copy on each server adds a server’s worth',
  'partition-vs-replicate.plot.servers.x': 'cache servers',
  'partition-vs-replicate.plot.servers.y': 'requests answered',
  'partition-vs-replicate.plot.keys': 'Splitting helps where a request asks for one key; copies always help',
  'partition-vs-replicate.plot.keys.x': 'keys a request',
  'partition-vs-replicate.plot.keys.y': 'requests answered',
  'partition-vs-replicate.line.split': 'split',
  'partition-vs-replicate.line.replicate': 'replicated',
  'partition-vs-replicate.line.splitPaper': 'split, arithmetic',
  'partition-vs-replicate.line.replicatePaper': 'replicated, arithmetic',
  'partition-vs-replicate.line.splitKeys': 'split',
  'partition-vs-replicate.line.replicateKeys': 'replicated',
  'partition-vs-replicate.line.splitKeysPaper': 'split, arithmetic',
  'partition-vs-replicate.paper.split': 'paper: two servers, keys split (3.2.3)',
  'partition-vs-replicate.paper.copies': 'paper: two servers, replicated (3.2.3)',
  'witness.partition-vs-replicate.servers-keep-up':
    '{n request waits|requests wait} at {who}; it can take {limit}. In each turn {come comes|come} and it answers one.',
  'partition-vs-replicate.here.split':
    '**More servers hardly help.** A request asks for {keys key|keys}; split over {servers} servers, it costs nearly every one of them.',
  'partition-vs-replicate.here.replicate':
    '**Every copy helps.** Each of the {servers} servers has all the keys, so a request costs one of them.',
  'partition-vs-replicate.fix': 'replicated',
  'partition-vs-replicate.here.part':
    '**Splitting helps, copies help more.** A request asks for {keys key|keys} and reaches several of the {servers} servers; with copies it needs one.',
  'partition-vs-replicate.here.even':
    '**Splitting does as well as copying.** A request asks for {keys key|keys}, so it mostly reaches one of the {servers} servers.',
  'partition-vs-replicate.limit': 'one server answers 500,000',
  'partition-vs-replicate.plot.servers.tab': 'By servers',
  'partition-vs-replicate.plot.keys.tab': 'By keys',
  'partition-vs-replicate.followed': '200 requests in the air, 600 µs',
  'partition-vs-replicate.box.web': 'Web servers',
  'partition-vs-replicate.box.web.note': 'unanswered',
  'partition-vs-replicate.box.web.says': 'always 200 in the air',
  'partition-vs-replicate.box.cache': '{count cache server|cache servers}',
  'partition-vs-replicate.box.cache.note': 'requests at each',
  'partition-vs-replicate.box.cache.full': 'full: {load} of a million reach each',
  'partition-vs-replicate.back': '{n} answers a second',
  'partition-vs-replicate.small':
    'Six requests for the same {keys} keys reach {servers} servers that can have {holds} waiting.',
  'partition-vs-replicate.paper':
    'A server answers 500,000 requests a second whether they ask for one key or a hundred. Splitting the keys of a hot server over two leaves 500,000 for each; two copies share them (3.2.3).',
} as const;
