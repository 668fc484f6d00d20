// Causes of violations whose reasons are known by heart.

import { describe, expect, it } from 'vitest';
import { explore } from '../kernel/explore.ts';
import type { Action, Model } from '../kernel/model.ts';
import type { Causes } from './causes.ts';
import { why } from './causes.ts';

function causes<S>(model: Model<S>, keys: readonly string[], property = 0): Causes | undefined {
  const asking = why(model, model.init(), keys, model.properties[property]!);
  for (;;) {
    const { done, value } = asking.next();
    if (done) return value;
    expect(value).toBeGreaterThan(0);
    expect(value).toBeLessThanOrEqual(1);
  }
}

/** A look-aside cache with one reader, one writer and, to be in the way, a bystander who counts to three. */
interface Cache {
  readonly db: number;
  readonly cache: number | null;
  readonly reader: 'idle' | 'missed' | 'done' | { readonly read: number };
  readonly writer: 'idle' | 'wrote' | 'done';
  readonly waved: number;
}
const staleSet: Model<Cache> = {
  init: () => ({ db: 1, cache: null, reader: 'idle', writer: 'idle', waved: 0 }),
  enabled(s) {
    const keys: string[] = [];
    if (s.reader === 'idle') keys.push('get');
    if (s.reader === 'missed') keys.push('read');
    if (typeof s.reader === 'object') keys.push('set');
    if (s.writer === 'idle') keys.push('write');
    if (s.writer === 'wrote') keys.push('delete');
    if (s.waved < 3) keys.push(`wave:${s.waved}`);
    return keys.map((key): Action => ({ key, kind: key, actor: key }));
  },
  next(s, { key }) {
    if (key === 'get') return { ...s, reader: s.cache === null ? 'missed' : 'done' };
    if (key === 'read') return { ...s, reader: { read: s.db } };
    if (key === 'set') return { ...s, reader: 'done', cache: (s.reader as { read: number }).read };
    if (key === 'write') return { ...s, writer: 'wrote', db: 2 };
    if (key === 'delete') return { ...s, writer: 'done', cache: null };
    return { ...s, waved: s.waved + 1 };
  },
  properties: [
    {
      name: 'fresh',
      kind: 'always',
      judge: ({ reader, writer, cache, db }) =>
        typeof reader === 'object' || reader === 'missed' || writer === 'wrote'
          ? undefined
          : cache === null || cache === db,
    },
  ],
};

describe('a stale set', () => {
  it('is due to a read before the write and a set after the delete, and either swap removes it', () => {
    const { choices = [] } = explore(staleSet).properties.fresh ?? {};
    expect(choices).toEqual(['get', 'read', 'write', 'delete', 'set']);
    const found = causes(staleSet, choices);
    expect(found?.violatedAt).toBe(5);
    expect(found?.steps).toEqual([2, 3, 4, 5]);
    expect(found?.counterfactuals.slice(0, 2)).toEqual([
      {
        kind: 'swap',
        step: 2,
        other: 3,
        skipped: [],
        verdict: 'holds',
        choices: ['get', 'write', 'read', 'delete', 'set'],
      },
      {
        kind: 'swap',
        step: 4,
        other: 5,
        skipped: [],
        verdict: 'holds',
        choices: ['get', 'read', 'write', 'set', 'delete'],
      },
    ]);
  });

  it('also goes away with the reader or the writer, but then other steps go with it', () => {
    const found = causes(staleSet, ['get', 'read', 'write', 'delete', 'set']);
    const others = found?.counterfactuals.slice(2).map((c) => [c.kind, c.step, c.skipped, c.verdict]);
    expect(others).toEqual([
      ['leave out', 1, [2, 5], 'holds'],
      ['leave out', 3, [4], 'holds'],
      ['leave out', 2, [5], 'open'],
      ['leave out', 4, [], 'open'],
      ['leave out', 5, [], 'open'],
    ]);
  });

  it('has the same causes with a bystander between them, who is none', () => {
    const keys = ['get', 'read', 'wave:0', 'write', 'wave:1', 'delete', 'wave:2', 'set'];
    const found = causes(staleSet, keys);
    expect(found?.steps).toEqual([2, 4, 6, 8]);
    expect(found?.counterfactuals[0]?.choices).toEqual([
      'get',
      'wave:0',
      'write',
      'read',
      'wave:1',
      'delete',
      'wave:2',
      'set',
    ]);
  });

  it('has the same causes when the run has gone on since', () => {
    const keys = ['get', 'read', 'write', 'delete', 'set', 'wave:0', 'wave:1'];
    expect(causes(staleSet, keys)?.steps).toEqual([2, 3, 4, 5]);
    expect(causes(staleSet, keys)?.counterfactuals[0]?.choices).toHaveLength(7);
  });

  it('needs no cause where it did not happen', () => {
    expect(causes(staleSet, ['get', 'read', 'set', 'write', 'delete'])).toBeUndefined();
  });

  it('refuses a run that is none', () => {
    expect(() => causes(staleSet, ['set'])).toThrow('step 1, set, is not possible');
  });
});

/** Counts what was done; broken once `n` of the kind 'step' were. */
const overflow = (n: number): Model<number> => ({
  init: () => 0,
  enabled: () => ['step', 'rest'].map((key) => ({ key, kind: key, actor: 'a' })),
  next: (s, { key }) => (key === 'step' ? s + 1 : s),
  properties: [{ name: 'few', kind: 'always', judge: (s) => s < n }],
});

describe('a sum that is too large', () => {
  it('is due to each of its parts and to no other step', () => {
    const found = causes(overflow(3), ['step', 'rest', 'step', 'rest', 'step']);
    expect(found?.steps).toEqual([1, 3, 5]);
    expect(found?.counterfactuals.every((c) => c.kind === 'leave out')).toBe(true);
  });

  it('has no cause in the run where it is too large before any step', () => {
    expect(causes(overflow(0), ['rest'])).toEqual({ violatedAt: 0, steps: [], counterfactuals: [] });
  });

  it('is told of a run of a thousand steps by its last 400', () => {
    const keys = Array.from({ length: 1000 }, () => 'step');
    expect(causes(overflow(1000), keys)?.steps).toEqual(Array.from({ length: 400 }, (_, i) => 601 + i));
  });
});
