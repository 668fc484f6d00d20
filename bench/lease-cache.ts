// The look-aside cache with leases of lease-cache.pml, defined once on this kernel as variables and rules. Nothing is
// packed by hand: the kernel derives the packed form from the bounds of the variables.

import type { Rule } from '../src/kernel/compact-protocol.ts';
import { Layout, protocolModel } from '../src/kernel/compact-protocol.ts';
import type { Model } from '../src/kernel/model.ts';

export interface LeaseCacheSize {
  /** Writes, leases, and operations of each of the two clients. */
  readonly writes: number;
  readonly leases: number;
  readonly operations: number;
}
export const FULL: LeaseCacheSize = { writes: 3, leases: 4, operations: 4 };
export const FULL_STATES = 1_993_970;
export const FULL_EDGES = 7_722_293;

/** For warming up, and for tests. */
export const SMALL: LeaseCacheSize = { writes: 2, leases: 2, operations: 3 };

export function leaseCache({ writes, leases, operations }: LeaseCacheSize): Model<Int32Array, Rule> {
  const layout = new Layout();
  const values = writes + 1;
  const tokens = leases + 1;
  const db = layout.number(writes);
  /** 0, or one more than the value that is cached. */
  const cached = layout.number(values);
  /** The lease that is out, or 0; and how many were given. */
  const lease = layout.number(leases);
  const leased = layout.number(leases);
  const clients = [0, 1].map((id) => ({
    id,
    actor: `client ${id}`,
    pc: layout.number(2),
    token: layout.number(leases),
    value: layout.number(writes),
    done: layout.number(operations),
    hits: layout.set(values),
    misses: layout.set(tokens),
    replies: layout.set(values),
  }));
  const gets = layout.set(2);
  const reads = layout.set(2);
  const deletes = layout.set(values);
  const sets = layout.set(tokens * values);
  const messages = [gets, reads, deletes, sets, ...clients.flatMap((c) => [c.hits, c.misses, c.replies])];

  const rules: Rule[] = [];
  const rule = (key: string, actor: string, does: Omit<Rule, 'key' | 'kind' | 'actor'>): void => {
    rules.push({ key, kind: key.split(':')[0] as string, actor, ...does });
  };
  const each = (from: number, to: number, make: (n: number) => void): void => {
    for (let n = from; n < to; n++) make(n);
  };

  for (const { id, actor, pc, done } of clients) {
    rule(`read:${id}`, actor, {
      when: (s, at) => pc.get(s, at) === 0 && done.get(s, at) < operations,
      act: (s, at) => {
        pc.set(s, at, 1);
        done.set(s, at, done.get(s, at) + 1);
        gets.put(s, at, id);
      },
    });
  }
  for (const { id, actor, pc, done } of clients) {
    rule(`write:${id}`, actor, {
      when: (s, at) => pc.get(s, at) === 0 && done.get(s, at) < operations && db.get(s, at) < writes,
      act: (s, at) => {
        db.set(s, at, db.get(s, at) + 1);
        done.set(s, at, done.get(s, at) + 1);
        deletes.put(s, at, db.get(s, at));
      },
    });
  }
  for (const { id, hits, misses } of clients) {
    rule(`get:${id}`, 'cache', {
      takes: [gets, id],
      act: (s, at) => {
        if (cached.get(s, at) > 0) hits.put(s, at, cached.get(s, at) - 1);
        else if (lease.get(s, at) === 0 && leased.get(s, at) < leases) {
          leased.set(s, at, leased.get(s, at) + 1);
          lease.set(s, at, leased.get(s, at));
          misses.put(s, at, leased.get(s, at));
        } else misses.put(s, at, 0);
      },
    });
  }
  for (const { id, actor, pc, value, hits } of clients) {
    each(0, values, (n) => {
      rule(`hit:${id}:${n}`, actor, {
        takes: [hits, n],
        act: (s, at) => {
          pc.set(s, at, 0);
          value.set(s, at, n);
        },
      });
    });
  }
  for (const { id, actor, pc, token, misses } of clients) {
    each(0, tokens, (n) => {
      rule(`miss:${id}:${n}`, actor, {
        takes: [misses, n],
        act: (s, at) => {
          pc.set(s, at, 2);
          token.set(s, at, n);
          reads.put(s, at, id);
        },
      });
    });
  }
  for (const { id, replies } of clients) {
    rule(`query:${id}`, 'database', {
      takes: [reads, id],
      act: (s, at) => replies.put(s, at, db.get(s, at)),
    });
  }
  for (const { id, actor, pc, token, value, replies } of clients) {
    each(0, values, (n) => {
      rule(`fill:${id}:${n}`, actor, {
        takes: [replies, n],
        act: (s, at) => {
          if (token.get(s, at) > 0) sets.put(s, at, token.get(s, at) * values + n);
          token.set(s, at, 0);
          value.set(s, at, n);
          pc.set(s, at, 0);
        },
      });
    });
  }
  each(1, tokens, (t) => {
    each(0, values, (n) => {
      rule(`set:${t}:${n}`, 'cache', {
        takes: [sets, t * values + n],
        act: (s, at) => {
          if (lease.get(s, at) !== t) return;
          cached.set(s, at, n + 1);
          lease.set(s, at, 0);
        },
      });
    });
  });
  each(1, values, (n) => {
    rule(`delete:${n}`, 'cache', {
      takes: [deletes, n],
      act: (s, at) => {
        cached.set(s, at, 0);
        lease.set(s, at, 0);
      },
    });
  });
  rule('evict', 'cache', {
    when: (s, at) => cached.get(s, at) > 0,
    act: (s, at) => cached.set(s, at, 0),
  });

  return protocolModel({
    layout,
    rules,
    properties: [
      {
        name: 'quiescent-is-fresh',
        kind: 'always',
        judge: (s, at) =>
          messages.some((set) => set.get(s, at) !== 0) ||
          cached.get(s, at) === 0 ||
          cached.get(s, at) - 1 === db.get(s, at),
      },
    ],
  });
}
