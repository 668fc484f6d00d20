import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { routeOf, scenarioHash } from './route.ts';

describe('an address', () => {
  it('without a fragment is the first page', () => {
    for (const hash of ['', '#', '#/']) expect(routeOf(hash)).toEqual({ page: 'home' });
  });

  it('of a scenario names it, and is what the page writes', () => {
    const hash = scenarioHash('memcache', 'stale-set');
    expect(hash).toBe('#/memcache/stale-set');
    expect(routeOf(hash)).toMatchObject({ page: 'scenario', system: 'memcache', scenario: 'stale-set' });
  });

  it('under any version is a link, whatever follows, for the codec to judge', () => {
    fc.assert(
      fc.property(fc.nat(99), fc.string(), (version, rest) => {
        expect(routeOf(`#/v${version}/${rest}`).page).toBe('link');
      }),
    );
    expect(routeOf('#/v1').page).toBe('link');
  });

  it('of anything else is unknown, and kept to be shown', () => {
    for (const hash of [
      '#x',
      '#/memcache',
      '#/memcache/',
      '#/a/b/c',
      '#/Mem/x',
      '#/a/b?c',
      '#/../x',
      '#//x',
    ]) {
      expect(routeOf(hash)).toEqual({ page: 'unknown', hash });
    }
  });

  it('is always one of the pages, with what it was', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const route = routeOf(`#${text}`);
        if ('hash' in route) expect(route.hash).toBe(`#${text}`);
        else expect(['home', 'corrections']).toContain(route.page);
      }),
    );
  });
});
