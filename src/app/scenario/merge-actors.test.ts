import { describe, expect, it } from 'vitest';
import { text } from '../../base/text.ts';
import { mergeActors } from './merge-actors.ts';

const actors = (ids: string) => [...ids].map((id) => ({ id, name: text(id), role: text('role') }));
const shown = (side: string, a: string, b: string): string =>
  mergeActors(actors(side), actors(a), actors(b))
    .map(({ id, absent }) => (absent ? `(${id})` : id))
    .join('');

describe('the lanes of two runs', () => {
  it('are the same where both have the same actors', () => {
    expect(shown('abc', 'abc', 'abc')).toBe('abc');
  });

  it('leave an actor’s place empty on the side that does not have it', () => {
    expect(shown('amd', 'amd', 'absmd')).toBe('a(b)(s)md');
    expect(shown('absmd', 'amd', 'absmd')).toBe('absmd');
  });

  it('keep what only the first run has, beside what only the second has', () => {
    expect(shown('axd', 'axd', 'ayd')).toBe('a(y)xd');
    expect(shown('ayd', 'axd', 'ayd')).toBe('ay(x)d');
  });
});
