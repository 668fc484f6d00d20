// Records that are not runs, in every way that storage can hold: what a test puts there, by what is odd about it.

const good = {
  version: 1,
  id: 'odd',
  system: 'memcache',
  scenario: 'stale-set',
  step: 2,
  tries: 1,
  updated: 1,
  guesses: {},
  saved: { lamplight: 1 },
};
const without = (name: keyof typeof good): object =>
  Object.fromEntries(Object.entries(good).filter(([key]) => key !== name));

export const ODD_RECORDS: Readonly<Record<string, unknown>> = {
  nothing: { id: 'odd' },
  'a list': Object.assign([1, 2], { id: 'odd' }),
  'no version': without('version'),
  'a version in words': { ...good, version: '1' },
  'of a newer page': { ...good, version: 2, saved: { another: 'shape' } },
  'no system': without('system'),
  'a system that is a number': { ...good, system: 7 },
  'a system with a path in its name': { ...good, system: '../../etc' },
  'a scenario that is null': { ...good, scenario: null },
  'a step in words': { ...good, step: 'two' },
  'a step before the start': { ...good, step: -1 },
  'no count of tries': without('tries'),
  'tries that are a list': { ...good, tries: [{}] },
  'no time': without('updated'),
  'a time past the end of time': { ...good, updated: 1e300 },
  'a time that is a Date': { ...good, updated: new Date(0) },
  'a time that is no number': { ...good, updated: Number.NaN },
  'guesses that are null': { ...good, guesses: null },
  'guesses that are numbers': { ...good, guesses: { last: 1 } },
  'guesses in a Map': { ...good, guesses: new Map([['last', 'set']]) },
  'a step between two': { ...good, step: 1.5 },
  'no saved run': without('saved'),
  'a saved run that is text': { ...good, saved: '{"lamplight":1}' },
  'a saved run that is empty': { ...good, saved: {} },
  'a saved run that is a list': { ...good, saved: [] },
};
