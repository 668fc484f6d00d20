// Small random histories for the tests of this folder: clients that wait for each answer, values that writes may share
// or not, some operations never answered.

import fc from 'fast-check';
import type { History, Operation } from '../history.ts';

interface Shape {
  readonly maxOps: number;
  readonly keys: readonly string[];
  /** Each write of a key writes another value. */
  readonly distinct: boolean;
}

export function arbitraryHistory({ maxOps, keys, distinct }: Shape): fc.Arbitrary<History> {
  const draft = fc.record({
    client: fc.constantFrom('c1', 'c2', 'c3'),
    isRead: fc.boolean(),
    key: fc.constantFrom(...keys),
    value: fc.integer({ min: 0, max: 3 }),
    gap: fc.integer({ min: 0, max: 4 }),
    length: fc.integer({ min: 0, max: 6 }),
    answered: fc.integer({ min: 0, max: 5 }).map((n) => n > 0),
  });
  return fc.array(draft, { minLength: 1, maxLength: maxOps }).map((drafts) => {
    const free = new Map<string, number>();
    const written = new Map<string, number>();
    const ops: Operation[] = [];
    for (const { client, isRead, key, value, gap, length, answered } of drafts) {
      const at = free.get(client) ?? 0;
      if (at < 0) continue;
      const start = at + gap;
      const end = answered ? start + length : null;
      free.set(client, end === null ? -1 : end + 1);
      const next = (written.get(key) ?? 0) + 1;
      if (!isRead) written.set(key, next);
      ops.push({
        client,
        kind: isRead ? 'read' : 'write',
        key,
        value: !isRead && distinct ? next : value,
        start,
        end,
      });
    }
    return { ops, initial: Object.fromEntries(keys.map((key) => [key, 0])) };
  });
}
