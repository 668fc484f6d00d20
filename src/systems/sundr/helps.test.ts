// A user who gave the server the key: what the two can do together, and what they cannot. The search plays every lie.

import { expect, test } from 'vitest';
import { explore } from '../../kernel/explore.ts';
import { modelOf, run } from './testing/ready.ts';

const together = { server: 'liar', work: 'turns', helps: 'B', maxOps: 3 } as const;

test.each([
  ['straw', 2],
  ['serialized', 3],
  ['concurrent', 2],
])(
  '%s, %i users: by B’s key the server spoils what B writes, and nothing of the others',
  (protocol, users) => {
    const { complete, properties } = explore(modelOf({ ...together, protocol, users }));
    expect(complete).toBe(true);
    expect(properties.helped).toMatchObject({ verdict: 'reached', length: 1 });
    for (const name of ['authentic', 'own-op-kept', 'no-teleport', 'no-merge', 'no-silent-harm'])
      expect([name, properties[name]?.verdict]).toEqual([name, 'holds']);
  },
);

test('what B’s key signed passes the check of whoever is shown the log that holds it, and no other key does', () => {
  const set = { ...together, protocol: 'straw' };
  const { record, locals } = run(set, 'A.0.ask~none.wrong-key.bank.py', 'B.0.ask~A1');
  expect(record).toMatchObject({ helped: true, forged: false });
  expect(locals.B).toMatchObject({ refused: null, done: 1 });
  const other = run(set, 'B.0.ask~none.wrong-key.auth.py');
  expect(other.locals.B).toMatchObject({ refused: { check: 'bad-signature' } });
});
