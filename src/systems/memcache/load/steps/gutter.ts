// A cache server dies with the hottest key on it. The next gets, half of them for that key, under each remedy; owners of
// keys are those of ../gutter.ts.

import type { Params } from '../../../../contract/system.ts';
import { Dice } from '../des.ts';
import type { Remedy } from '../gutter.ts';
import { ownerOf } from '../gutter.ts';
import type { Beat } from '../tape.ts';
import { reaches, staysBelow, tapePart } from '../tape.ts';

const KEYS = ['a', 'b', 'c', 'd', 'e', 'f'] as const;
const SERVERS = 3;
const GETS = 12;
/** Reads that the database can take, and gets that one server can, in the time shown. */
const READS = 3;
const LOAD = 6;

const cache = (server: number): string => `cache-${server + 1}`;

function beats(params: Params, seed: number): readonly Beat[] {
  const remedy = params.gutter as Remedy;
  const dice = new Dice(seed);
  const out: Beat[] = [];
  const alive = new Array<boolean>(SERVERS).fill(true);
  const home = KEYS.map((_, key) => key % SERVERS);
  const now: Record<string, number> = {};
  const add = (counter: string): Record<string, number> => {
    now[counter] = (now[counter] ?? 0) + 1;
    return { [counter]: now[counter] };
  };
  const moved = new Set<number>();
  const inGutter = new Set<number>();
  const read = (args: Beat['args']): void => {
    out.push({
      kind: 'read',
      actor: 'web',
      to: 'database',
      ...(args ? { args } : {}),
      set: add('database.reads'),
      why: true,
    });
  };
  const at = (server: number, args: Beat['args']): void => {
    const id = cache(server);
    out.push({ kind: 'hit', actor: 'web', to: id, ...(args ? { args } : {}), set: add(`${id}.load`) });
  };
  const get = (key: number): void => {
    const args = { key: KEYS[key] as string };
    const server = home[key] as number;
    if (alive[server]) {
      at(server, args);
      return;
    }
    if (remedy === 'rehash') {
      const owner = ownerOf(key, alive) as number;
      if (moved.has(key)) {
        at(owner, args);
        return;
      }
      moved.add(key);
      const id = cache(owner);
      out.push({ kind: 'move', actor: 'web', to: id, args, set: add(`${id}.load`), why: true });
      read(args);
      out.push({ kind: 'fill', actor: 'web', to: id, args });
      return;
    }
    out.push({ kind: 'no-answer', actor: 'web', to: cache(server), arrow: 'lost', args });
    if (remedy === 'off') {
      read(args);
      return;
    }
    if (inGutter.has(key)) {
      out.push({ kind: 'gutter-hit', actor: 'web', to: 'gutter', args, set: add('gutter.hits'), why: true });
      return;
    }
    inGutter.add(key);
    out.push({ kind: 'gutter-miss', actor: 'web', to: 'gutter', args });
    read(args);
    out.push({ kind: 'gutter-fill', actor: 'web', to: 'gutter', args, set: add('gutter.items'), why: true });
  };
  get(0);
  get(1);
  get(2);
  alive[home[0] as number] = false;
  out.push({ kind: 'dies', actor: cache(home[0] as number), why: true });
  // Every other get is for the hot key; the rest go round, from a place the seed picks.
  const first = dice.pick(KEYS.length - 1);
  for (let n = 0; n < GETS; n++) get(n % 2 === 0 ? 0 : 1 + ((first + (n - 1) / 2) % (KEYS.length - 1)));
  return out;
}

const caches = Array.from({ length: SERVERS }, (_, server) => cache(server));

export const gutterSteps = tapePart({
  scenario: 'gutter',
  small: () => ({ servers: SERVERS, keys: KEYS.length, gets: GETS, holds: READS }),
  source: '3.3',
  lanes: (params) => [
    { id: 'web', rows: [] },
    ...caches.map((id) => ({ id, rows: ['load'], limit: LOAD })),
    ...(params.gutter === 'on' ? [{ id: 'gutter', rows: ['hits', 'items'] }] : []),
    { id: 'database', rows: ['reads'], limit: READS },
  ],
  beats,
  properties: () => [
    staysBelow('database-keeps-up', ['database.reads'], READS, { scenario: 'gutter' }),
    staysBelow(
      'servers-keep-up',
      caches.map((id) => `${id}.load`),
      LOAD,
      { scenario: 'gutter' },
    ),
    reaches('gutter-served', 'gutter.hits'),
  ],
});
