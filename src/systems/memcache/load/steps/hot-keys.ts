// Six requests for the same four hot keys reach two servers, two in each tick of time; a server answers one in a tick.
// Split, each request costs both servers; replicated, one.

import type { Params } from '../../../../contract/system.ts';
import { Dice } from '../des.ts';
import type { Beat } from '../tape.ts';
import { reaches, staysBelow, tapePart } from '../tape.ts';

const WEBS = 2;
const SERVERS = 2;
const TICKS = 3;
const LIMIT = 2;
const HALVES = ['a, b', 'c, d'] as const;

function beats(params: Params, seed: number): readonly Beat[] {
  const split = params.placement === 'split';
  const dice = new Dice(seed);
  const out: Beat[] = [];
  const queue = [0, 0];
  const load = [0, 0];
  let answered = 0;
  const first = dice.pick(SERVERS);
  const ask = (web: number, server: number, keys: string): void => {
    queue[server] = (queue[server] as number) + 1;
    load[server] = (load[server] as number) + 1;
    const id = `cache-${server + 1}`;
    out.push({
      kind: split ? 'ask-part' : 'ask-all',
      actor: `web-${web + 1}`,
      to: id,
      args: { keys },
      set: { [`${id}.queue`]: queue[server] as number, [`${id}.load`]: load[server] as number },
      why: true,
    });
  };
  const work = (server: number): void => {
    if (queue[server] === 0) return;
    queue[server] = (queue[server] as number) - 1;
    answered++;
    const id = `cache-${server + 1}`;
    out.push({
      kind: 'answer',
      actor: id,
      args: { left: queue[server] as number },
      set: { [`${id}.queue`]: queue[server] as number, 'web-1.answers': answered },
    });
  };
  for (let tick = 0; tick < TICKS; tick++) {
    for (let web = 0; web < WEBS; web++) {
      if (split) for (let server = 0; server < SERVERS; server++) ask(web, server, HALVES[server] as string);
      else ask(web, (first + web) % SERVERS, HALVES.join(', '));
    }
    for (let server = 0; server < SERVERS; server++) work(server);
  }
  while (queue.some((n) => n > 0)) for (let server = 0; server < SERVERS; server++) work(server);
  return out;
}

const caches = ['cache-1', 'cache-2'];

export const hotKeysSteps = tapePart({
  scenario: 'partition-vs-replicate',
  small: () => ({ requests: WEBS * TICKS, keys: 4, servers: SERVERS, holds: LIMIT }),
  source: '3.2.3',
  lanes: () => [
    { id: 'web-1', rows: [] },
    { id: 'web-2', rows: [] },
    ...caches.map((id) => ({ id, rows: ['queue', 'load'], limit: LIMIT })),
  ],
  beats,
  properties: (params) => [
    staysBelow(
      'servers-keep-up',
      caches.map((id) => `${id}.queue`),
      LIMIT,
      {
        scenario: 'partition-vs-replicate',
        args: { come: params.placement === 'split' ? WEBS : WEBS / SERVERS },
      },
    ),
    reaches('requests-answered', 'web-1.answers', 2 * TICKS),
  ],
});
