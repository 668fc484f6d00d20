// The first gets of a new, empty cluster. The database finishes one read while two gets come in and is at its limit with
// three waiting.

import type { Params } from '../../../../contract/system.ts';
import { Dice } from '../des.ts';
import type { Beat } from '../tape.ts';
import { reaches, staysBelow, tapePart } from '../tape.ts';

const KEYS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] as const;
const GETS = 12;
const LIMIT = 3;

function beats(params: Params, seed: number): readonly Beat[] {
  const dice = new Dice(seed);
  const out: Beat[] = [];
  const cached = new Set<string>();
  const reading: string[] = [];
  const now = { hits: 0, items: 0, queue: 0, reads: 0, given: 0 };
  const done = (): void => {
    const key = reading.shift();
    if (key === undefined) return;
    cached.add(key);
    now.items++;
    now.queue--;
    now.reads++;
    out.push({
      kind: 'filled',
      actor: 'database',
      to: 'cold',
      arrow: 'reply',
      args: { key },
      set: { 'database.queue': now.queue, 'database.reads': now.reads, 'cold.items': now.items },
    });
  };
  const get = (key: string): void => {
    const args = { key };
    if (cached.has(key)) {
      now.hits++;
      out.push({ kind: 'hit', actor: 'web', to: 'cold', args, set: { 'web.hits': now.hits } });
      return;
    }
    out.push({ kind: 'miss', actor: 'web', to: 'cold', args });
    if (params.warmup === 'on') {
      now.given++;
      out.push({ kind: 'warm', actor: 'web', to: 'warm', args, set: { 'warm.given': now.given }, why: true });
      cached.add(key);
      now.items++;
      out.push({ kind: 'add', actor: 'web', to: 'cold', args, set: { 'cold.items': now.items } });
    } else if (reading.includes(key)) out.push({ kind: 'waits', actor: 'web', args });
    else {
      reading.push(key);
      now.queue++;
      out.push({
        kind: 'read',
        actor: 'web',
        to: 'database',
        args,
        set: { 'database.queue': now.queue },
        why: true,
      });
    }
  };
  out.push({ kind: 'opens', actor: 'cold', why: true });
  for (let n = 0; n < GETS; n++) {
    // The first gets are all for different keys: an empty cache has none of them.
    get(KEYS[n < KEYS.length ? n : dice.pick(KEYS.length)] as string);
    if (n % 2 === 1) done();
  }
  while (reading.length > 0) done();
  return out;
}

export const coldStartSteps = tapePart({
  scenario: 'cold-start',
  small: () => ({ gets: GETS, keys: KEYS.length, holds: LIMIT }),
  source: '4.3',
  lanes: () => [
    { id: 'web', rows: ['hits'] },
    { id: 'cold', rows: ['items'] },
    { id: 'warm', rows: ['given'] },
    { id: 'database', rows: ['queue', 'reads'], limit: LIMIT },
  ],
  beats,
  properties: () => [
    staysBelow('database-keeps-up', ['database.queue'], LIMIT, { scenario: 'cold-start' }),
    reaches('warm-served', 'warm.given'),
  ],
});
