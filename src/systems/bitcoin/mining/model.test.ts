import { describe, expect, it } from 'vitest';
import { bytesOfHex } from '../../../base/bytes.ts';
import { explore } from '../../../kernel/explore.ts';
import { parseHeader } from '../consensus/header.ts';
import { hashNumber } from '../consensus/target.ts';
import { withCoinbase } from './coinbase.ts';
import { mineRange } from './functions.ts';
import { hashOf } from './hash.ts';
import type { Miners, Mining } from './model.ts';
import { headerAt, miners, rangeJob } from './model.ts';
import { minedBytes, minedPlainly } from './range.ts';
import { miningSettings } from './settings.ts';
import { miningSwitches } from './switches.ts';

const params = Object.fromEntries(miningSwitches.map((one) => [one.name, one.default]));
const settingsOf = (changes: Record<string, string | number> = {}) =>
  miningSettings({ ...params, ...changes });

/** Plays these keys. */
function played(changes: Record<string, string | number>, keys: string): Miners {
  const model = miners(settingsOf(changes));
  let state = model.init();
  for (const key of keys.split(' ')) {
    const action = model.enabled(state).find((one) => one.key === key);
    if (!action) throw new Error(`${key} is not possible`);
    state = model.next(state, action);
  }
  return state;
}

/** Every state that ends a run, in any order of steps; who is taken away included. */
function ends(changes: Record<string, string | number>): readonly Miners[] {
  const model = miners(settingsOf(changes));
  const seen = new Set<string>();
  const found: Miners[] = [];
  const open = [model.init()];
  for (let state = open.pop(); state; state = open.pop()) {
    const key = JSON.stringify(state);
    if (seen.has(key)) continue;
    seen.add(key);
    const actions: readonly Mining[] = model.enabled(state);
    if (state.won !== null) found.push(state);
    for (const action of actions) open.push(model.next(state, action));
  }
  return found;
}

describe('miners of one header', () => {
  it.each([1, 2, 3])(
    'whatever the order and whoever is taken away, %i workers end with nonce 178',
    (workers) => {
      const all = ends({ workers });
      expect(all.length).toBeGreaterThan(workers === 1 ? 0 : 20);
      expect(new Set(all.map(({ won }) => won))).toEqual(new Set([178]));
    },
  );

  it('where the first that is found counts, the nonce depends on the order', () => {
    expect(new Set(ends({ wins: 'first' }).map(({ won }) => won))).toEqual(new Set([178, 237]));
  });

  it('a search finds no order that changes the lowest, and the shortest one that does where the first counts', () => {
    const search = (wins: string) => explore(miners(settingsOf({ wins })), {});
    expect(search('lowest').properties['lowest-wins']).toMatchObject({ verdict: 'holds' });
    expect(search('first').properties['lowest-wins']).toMatchObject({ verdict: 'violated', length: 7 });
  });

  it('a range of one who was taken away is claimed by the next, before any other', () => {
    const state = played({}, 'claim.W1.0 claim.W2.1 lose.W1 try.W2.1 claim.W2.0 try.W2.0 claim.W2.2');
    expect(state.tried.map(({ range }) => range)).toEqual([1, 0]);
    expect([state.left, state.next]).toEqual([[], 3]);
  });

  it('higher ranges are not claimed any more once one held a nonce', () => {
    const keys = 'claim.W1.0 try.W1.0 claim.W1.1 try.W1.1 claim.W1.2 claim.W2.3 try.W2.3';
    const model = miners(settingsOf());
    const state = played({}, keys);
    expect(state.won).toBeNull();
    expect(model.enabled(state).map(({ key }) => key)).toEqual(['try.W1.2', 'lose.W1', 'lose.W2']);
  });

  it('a result that comes as bytes is the one that is worked out here', () => {
    const settings = settingsOf();
    const model = miners(settings);
    const state = played({}, 'claim.W1.0');
    const action = model.enabled(state)[0] as Mining;
    const job = rangeJob(settings, 0);
    expect(model.job?.(state, action)).toEqual(job);
    const bytes = minedBytes(mineRange(job.input as never));
    expect(model.next(state, action, bytes)).toEqual(model.next(state, action));
  });

  it('what is worked out hash by hash is what the kernel finds', () => {
    for (let range = 0; range < 12; range++) {
      const input = rangeJob(settingsOf(), range).input as never;
      expect(minedPlainly(input)).toEqual(mineRange(input));
    }
  });

  it('the last range ends with the last nonce of all', () => {
    const settings = settingsOf({ from: '4294967200', target: '32' });
    const state = played(
      { from: '4294967200', target: '32', workers: 1 },
      'claim.W1.0 try.W1.0 claim.W1.1 try.W1.1',
    );
    expect(
      miners(settings)
        .enabled(state)
        .map(({ key }) => key),
    ).toEqual(['extra.W1.1', 'later.W1.1']);
    expect((rangeJob(settings, 1).input as { to: number }).to).toBe(2 ** 32);
  });

  it.each(['extra', 'later'] as const)(
    'where no nonce is left, %s makes another header with all nonces',
    (kind) => {
      const changes = { from: '4294967232', target: '8', workers: 1 };
      const model = miners(settingsOf(changes));
      let state = model.init();
      while (state.won === null) {
        const actions = model.enabled(state);
        const action = actions.find((one) => one.kind === kind) ?? actions[0];
        if (!action) throw new Error('nothing is possible');
        state = model.next(state, action);
      }
      const { later, extra, won } = state;
      expect([later > 0, extra > 0]).toEqual([kind === 'later', kind === 'extra']);
      const header = headerAt(settingsOf(changes), state);
      const hash = hashOf(bytesOfHex(header), won as number);
      expect(hashNumber(hash) <= BigInt(`0x${settingsOf(changes).target}`)).toBe(true);
      const [given, own] = [settingsOf(changes).header, header].map((one) => parseHeader(bytesOfHex(one)));
      expect((own?.time ?? 0) - (given?.time ?? 0)).toBe(later);
      if (extra > 0) expect(header).toBe(withCoinbase(settingsOf(changes).header, 'M', extra));
    },
  );

  it('refuses, in words, bits that no hash can meet and a nonce that is too large', () => {
    const zero = `${String(params.header).slice(0, 144)}00000000${String(params.header).slice(152)}`;
    expect(() => settingsOf({ header: zero, target: 'header' })).toThrow(/mining.no-target/);
    expect(() => settingsOf({ from: '4294967296' })).toThrow(/mining.no-nonce/);
  });
});
