// One page of eight items from four servers, the window and the switch buffer shrunk in proportion from a page of 521:
// the simulation of ../incast.ts, watched.

import { text } from '../../../../base/text.ts';
import type { Params } from '../../../../contract/system.ts';
import { fanOut, PAGE_ITEMS } from '../incast.ts';
import type { Beat } from '../tape.ts';
import { reaches, staysBelow, tapePart } from '../tape.ts';

const ITEMS = 8;
const SERVERS = 4;
const shrunk = (n: number): number => Math.max(1, Math.ceil((ITEMS * n) / PAGE_ITEMS));
const bufferOf = (params: Params): number => shrunk(Number(params.buffer));

function beats(params: Params, seed: number): readonly Beat[] {
  const out: Beat[] = [];
  const now = { waiting: 0, queue: 0, dropped: 0, have: 0 };
  const again = new Set<number>();
  const fan = {
    items: ITEMS,
    pages: 1,
    servers: SERVERS,
    buffer: bufferOf(params),
    window: params.sliding === 'on' ? ('sliding' as const) : shrunk(Number(params.window)),
    steady: true as const,
  };
  fanOut(fan, seed, (event, item, server) => {
    const cache = `cache-${server + 1}`;
    const args = { item: item + 1 };
    switch (event) {
      case 'send':
        if (!again.has(item)) now.waiting++;
        out.push({
          kind: 'send',
          actor: 'web',
          to: cache,
          args,
          set: { 'web.waiting': now.waiting },
          why: true,
        });
        break;
      case 'queue':
        now.queue++;
        out.push({ kind: 'queue', actor: cache, to: 'port', args, set: { 'port.queue': now.queue } });
        break;
      case 'drop':
        now.dropped++;
        again.add(item);
        out.push({
          kind: 'drop',
          actor: cache,
          to: 'port',
          arrow: 'lost',
          args,
          set: { 'port.dropped': now.dropped },
          why: true,
        });
        break;
      case 'receive':
        now.queue--;
        now.waiting--;
        now.have++;
        out.push({
          kind: 'receive',
          actor: 'port',
          to: 'web',
          arrow: 'reply',
          args,
          set: { 'port.queue': now.queue, 'web.waiting': now.waiting, 'web.have': now.have },
        });
        break;
      case 'timeout':
        out.push({ kind: 'timeout', actor: 'web', args, why: true });
        break;
    }
  });
  return out;
}

export const incastSteps = tapePart({
  scenario: 'clusters-incast',
  small: (params) => ({
    items: ITEMS,
    caches: SERVERS,
    holds: bufferOf(params),
    window: params.sliding === 'on' ? text('clusters-incast.window.sliding') : shrunk(Number(params.window)),
  }),
  source: '3.1',
  lanes: (params) => [
    { id: 'web', rows: ['waiting', 'have'] },
    { id: 'port', rows: ['queue', 'dropped'], limit: bufferOf(params) - 1 },
    ...Array.from({ length: SERVERS }, (_, i) => ({ id: `cache-${i + 1}`, rows: [] })),
  ],
  beats,
  properties: (params) => [
    staysBelow('nothing-dropped', ['port.dropped'], 0, {
      scenario: 'clusters-incast',
      args: { holds: bufferOf(params), window: shrunk(Number(params.window)) },
    }),
    reaches('port-full', 'port.queue', bufferOf(params)),
    reaches('page-served', 'web.have', ITEMS),
  ],
});
