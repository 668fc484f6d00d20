import { describe, expect, it } from 'vitest';
import { measureOneMore, newLog, prepare, WAYS } from './one-more.ts';

describe('one more operation', () => {
  it.each([
    ['straw-every-signature', 1, 100],
    ['straw-newest-signatures', 1, 4],
    ['straw-incremental', 1, 3],
    ['serialized', 1, 3],
    ['concurrent', 2, 4],
  ] as const)(
    '%s: %i signatures made and %i verified on a log of a hundred entries',
    (way, signs, verifies) => {
      expect(prepare(way, 100)()).toMatchObject({ signs, verifies });
    },
  );

  it('grows with the log only where the whole log is sent', () => {
    const log = newLog();
    const bytes = (size: number) => WAYS.map((way) => prepare(way, size, log)().bytes);
    const [short, long] = [bytes(20), bytes(200)];
    const growth = long.map((now, i) => now / (short[i] as number));
    expect(growth[0]).toBeGreaterThan(8);
    expect(growth[1]).toBe(growth[0]);
    for (const one of growth.slice(2)) expect(one).toBeLessThan(1.02);
  });

  it('hashes the whole log, or what is new, or one path of the tree', () => {
    const hashes = WAYS.map((way) => prepare(way, 50)().hashes);
    // Three structures of others, its own, and block, inode, i-table and i-handle; two certificates more.
    expect(hashes).toEqual([51, 51, 4, 8, 10]);
  });

  it('begins with an empty log, and is the same every time', () => {
    for (const way of WAYS) {
      const run = prepare(way, 0);
      expect(run()).toEqual(run());
      expect(run().verifies).toBe(way === 'concurrent' ? 1 : 0);
    }
  });

  it('checks what it is shown: an entry that was changed is refused', () => {
    const log = newLog();
    const run = prepare('straw-every-signature', 8, log);
    log.entries[3] = { user: 'D', op: 'mod A.py:0', signature: log.entries[3]?.signature ?? '' };
    expect(run).toThrow('a signature of D does not verify');
  });

  it('is timed by the clock that is given, the fastest round, and can be stopped', () => {
    let now = 0;
    const clock = () => (now += 5);
    const measured = measureOneMore({ sizes: [2, 4], rounds: 2, clock });
    expect(measured.map(({ way, entries, ms }) => [way, entries, ms])).toEqual(
      [2, 4].flatMap((entries) => WAYS.map((way) => [way, entries, 5])),
    );
    const stop = () => {
      throw new Error('stopped');
    };
    expect(() => measureOneMore({ sizes: [2], rounds: 1, clock, progress: stop })).toThrow('stopped');
  });
});
