// A saved run with one of everything: a setting, a stretch of the scheduler's, a second try with a name, an end.

import type { SavedRun } from '../saved.ts';

export const SAVED_RUN: SavedRun = {
  lamplight: 1,
  system: 'memcache',
  modelVersion: 1,
  scenario: 'stale-set',
  params: { lease: 'off', readers: 1 },
  seed: 1,
  tries: [
    { parent: null, at: 0, keys: ['a', 100, 'b'], name: null, end: '0123456789abcdef' },
    { parent: 0, at: 101, keys: ['c'], name: 'the other way' },
  ],
  cursor: { try: 1, step: 102 },
  fingerprint: '0123456789abcdef',
};
