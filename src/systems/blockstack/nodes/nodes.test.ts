// A second node that is cut off: what its hashes tell, and what only its height does.

import { describe, expect, test } from 'vitest';
import { bothAt, enabled, HEARD, hashAt, heardOf, LAST, ownerBy, partedAt } from './nodes.ts';

const base = { sameBlock: 'off', unique: 'on', consensusCheck: 'on', expiryBug: 'off', client: 'operation' };

describe('a node that is cut off', () => {
  test('and hears nothing has true hashes of too few blocks: none of them gives it away', () => {
    const params = { ...base, eclipsed: 'late' };
    const [one, two] = bothAt(LAST, params);
    expect(partedAt(LAST, params)).toBeNull();
    expect(heardOf(LAST, params)).toBe(HEARD);
    expect(hashAt(two, HEARD)).toBe(hashAt(one, HEARD));
    expect(hashAt(two, HEARD + 1)).toBe('');
    expect([ownerBy(one), ownerBy(two)]).toEqual(['dave', '']);
  });

  test('and hears other blocks applies every rule to them, and has another hash at once', () => {
    const params = { ...base, eclipsed: 'forged' };
    const [one, two] = bothAt(LAST, params);
    expect(partedAt(LAST, params)).toBe(HEARD + 1);
    expect(two.verdicts.flat().every((verdict) => verdict === null)).toBe(true);
    expect([ownerBy(one), ownerBy(two)]).toEqual(['dave', 'mallory']);
  });

  test('is asked whose a name is; where it is not cut off there is nothing to ask', () => {
    const keys = (eclipsed: string) =>
      enabled({ height: LAST, checks: [] }, { ...base, client: 'more', eclipsed }).map(({ key }) => key);
    expect(keys('late')).toEqual(['check.honest', 'check.changed', 'check.absent', 'check.owner']);
    expect(keys('no')).toEqual(['check.honest', 'check.changed', 'check.absent', 'check.first']);
  });
});
