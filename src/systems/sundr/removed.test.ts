// A user whom the superuser removes (section 2: `.sundr.users`): what it signs from then on, or the server by its key, is
// refused by all who are shown the removal; the server can hide that like any write.

import { expect, test } from 'vitest';
import { explore } from '../../kernel/explore.ts';
import { modelOf, run } from './testing/ready.ts';

const removal = { server: 'liar', work: 'turns', users: 2, maxOps: 2, removes: 'B' } as const;

test.each(['straw', 'serialized', 'concurrent'])(
  '%s: nobody who is shown the removal accepts what B signs behind it, though the server has B’s key',
  (protocol) => {
    const { complete, properties } = explore(modelOf({ ...removal, protocol, helps: 'B' }));
    expect(complete).toBe(true);
    expect(properties.authentic?.verdict).toBe('holds');
    expect(properties.outlived).toMatchObject({ verdict: 'reached', length: 2 });
  },
);

test('in a world that parted before the removal B is believed, and no check can tell', () => {
  const { record, locals } = run(
    { ...removal, protocol: 'straw' },
    'R.0.ask~none',
    'B.0.ask~none',
    'A.0.ask~B1',
  );
  expect(record).toMatchObject({ late: ['B1'], outlived: true, forged: false });
  expect(locals.A).toMatchObject({ refused: null, done: 1 });
});

test.each([
  ['straw', 'A.0.ask~R1.wrong-key.bank.py'],
  ['serialized', 'A.0.ask~R1.wrong-key.B'],
])('%s: behind the removal B’s key signs nothing that A takes, and A says who may', (protocol, key) => {
  const { locals } = run({ ...removal, protocol, helps: 'B' }, 'R.0.ask~none', key);
  expect(locals.A).toMatchObject({
    refused: { check: 'not-permitted', expected: 'A R', actual: 'B' },
  });
});

test('B’s own program goes no further once it is shown the removal; an honest server always shows it', () => {
  const model = modelOf({ ...removal, protocol: 'straw', server: 'honest' });
  const world = run({ ...removal, protocol: 'straw', server: 'honest' }, 'R.0.ask~none');
  expect(model.enabled(world).map(({ key }) => key)).toEqual(['A.0.ask~R1']);
  expect(model.blocked?.(world).map(({ reason }) => reason.key)).toEqual(['blocked.removed']);
});

test('a number of B’s that the list counts may be signed twice by a key given away: no vector tells the two apart', () => {
  const { record, locals } = run(
    { ...removal, protocol: 'serialized', helps: 'B' },
    'R.0.ask~none.wrong-key.B',
    'B.0.ask~none',
    'A.0.ask~B1+R1',
  );
  expect(locals.A).toMatchObject({ refused: null });
  expect(record).toMatchObject({ late: ['B1'], helped: true, forged: false });
});

test('what B signed before it was removed stays good', () => {
  const { locals, record } = run(
    { ...removal, protocol: 'serialized' },
    'B.0.ask~none',
    'R.0.ask~B1',
    'A.0.ask~B1+R1',
  );
  expect(locals.A).toMatchObject({ refused: null });
  expect(record).toMatchObject({ forged: false });
  expect(record.outlived).toBeUndefined();
});

test('where nobody orders what is shown, B’s late work beside the removal is taken, and the promise says so', () => {
  const { record } = run(
    { ...removal, protocol: 'serialized', orderCheck: 'off' },
    'R.0.ask~none',
    'B.0.ask~none',
    'A.0.ask~B1+R1',
  );
  expect(record.forged).toBe(true);
});
