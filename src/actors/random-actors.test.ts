// Actors that do what random tables say, under random faults: the search of their parts beside the plain search, and the
// table's twins beside their declaration that they are alike.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explore } from '../kernel/explore.ts';
import { breachesWithin } from '../kernel/testing/model-contract.ts';
import { differences } from '../kernel/testing/same-search.ts';
import { checkSymmetry } from '../kernel/testing/symmetry.ts';
import type { Actor } from './actor.ts';
import { actorModel } from './actor-model.ts';
import type { Send } from './envelope.ts';
import type { ActorModelOptions } from './options.ts';
import type { World } from './world.ts';

/** Small enough that most of these systems are searched whole. */
const STATES = 4;
const ROUNDS = 3;

interface Local {
  readonly n: number;
  readonly sent: number;
  /** A record in some states, a number in others. */
  readonly held: number | { readonly by: string; readonly n: number };
}
type Body = { readonly n: number };

/** What an actor does in each of its states: whom it writes to, and what it becomes; by act and by message. */
interface Rule {
  readonly to: number;
  readonly become: number;
  readonly sends: boolean;
  readonly queue: boolean;
}
type Table = readonly Rule[];

const rule: fc.Arbitrary<Rule> = fc.record({
  to: fc.nat(2),
  become: fc.nat(STATES - 1),
  sends: fc.boolean(),
  queue: fc.boolean(),
});
const table: fc.Arbitrary<Table> = fc.array(rule, { minLength: 2 * STATES, maxLength: 2 * STATES });
const faults = fc.record({
  exchange: fc.boolean(),
  drop: fc.boolean(),
  duplicate: fc.boolean(),
  resend: fc.boolean(),
  crash: fc.boolean(),
  cut: fc.boolean(),
  forbid: fc.boolean(),
});
type Faults = typeof faults extends fc.Arbitrary<infer T> ? T : never;

const NAMES = ['a', 'b', 'c'];

function actorOf(id: string, rules: Table): Actor<Local, Body> {
  const step = (local: Local, { to, become, sends, queue }: Rule, replyTo?: string) => {
    const send: Send<Body> = {
      id: `${id}.${local.sent}`,
      to: NAMES[to] as string,
      body: { n: become },
      ...(queue ? { queue: 'q', order: local.sent } : {}),
      ...(replyTo === undefined ? {} : { replyTo }),
    };
    const goes = sends && local.sent < ROUNDS;
    const held = become % 2 === 0 ? become : { by: id, n: become };
    return { local: { n: become, sent: local.sent + (goes ? 1 : 0), held }, sends: goes ? [send] : [] };
  };
  return {
    id,
    initial: { local: { n: 0, sent: 0, held: 0 }, sends: [] },
    acts: ({ n, sent }) => (sent < ROUNDS && rules[n]?.sends ? [{ name: `act${n}`, kind: 'act' }] : []),
    act: (local) => step(local, rules[local.n] as Rule),
    receive: (local, { id: heard, body }) =>
      step(local, rules[STATES + ((local.n + body.n) % STATES)] as Rule, heard),
    crash: (local) => ({ ...local, n: 0 }),
  };
}

type W = World<Local, Body>;
const local = (world: W, id: string): Local => world.locals[id] as Local;

function modelOf(tables: readonly Table[], f: Faults, alike: readonly (readonly string[])[] = []) {
  const options: ActorModelOptions<Local, Body> = {
    actors: tables.map((rules, i) => actorOf(NAMES[i] as string, rules)),
    exchange: f.exchange,
    alike,
    // The whole bag is looked at, so that pieces that turn up later are missed where that is forgotten.
    ...(f.drop ? { mayDrop: (_, world: W) => world.net.length > 1 } : {}),
    ...(f.duplicate ? { mayDuplicate: ({ from }) => from === 'a' } : {}),
    ...(f.resend ? { mayResend: ({ from }) => from !== 'c' } : {}),
    ...(f.crash
      ? { mayCrash: (id, world: W) => id === 'b' && world.down.length === 0, mayRecover: true }
      : {}),
    ...(f.cut ? { cuts: [{ name: 'wall', sides: [['a'], ['b', 'c']] }] } : {}),
    ...(f.forbid
      ? { forbids: (world, { actor }) => (actor === 'c' && local(world, 'a').n === 1 ? { key: 'no' } : null) }
      : {}),
    observer: {
      start: { n: 0 },
      event: ({ kind }, changed) => (Object.keys(changed).length > 1 || kind === 'drop' ? kind : undefined),
      record: (record) => ({ n: Math.min(3, (record as { n: number }).n + 1) }),
    },
    properties: [
      {
        name: 'held',
        kind: 'always',
        judge: (w) => typeof local(w, 'a').held === 'number' || w.net.length < 3,
      },
      {
        name: 'by',
        kind: 'sometimes',
        judge: (w) => NAMES.every((id) => typeof w.locals[id]?.held !== 'number'),
      },
      // Beside how many there are, who they are from: by place, by method, all of them.
      {
        name: 'mixed',
        kind: 'sometimes',
        judge: ({ net }) =>
          net.length > 1 &&
          1 in net &&
          net[0]?.from !== net[1]?.from &&
          new Set(net.map(({ to }) => to)).size > 1,
      },
      { name: 'calm', kind: 'always', judge: (w) => (w.net.length > 0 ? undefined : local(w, 'b').n !== 3) },
    ],
  };
  return actorModel<Local, Body>(options);
}

describe('actors by random tables', () => {
  it('are searched as the plain search does, in everything', () => {
    let complete = 0;
    fc.assert(
      fc.property(fc.tuple(table, table, table), faults, fc.boolean(), (tables, f, map) => {
        const model = modelOf(tables, f);
        expect(differences(model, { maxStates: 1200, map })).toEqual([]);
        if (explore(model, { maxStates: 1200 }).complete) complete++;
      }),
      { numRuns: 40, seed: 7 },
    );
    expect(complete).toBeGreaterThan(8);
  });

  it('are pure', () => {
    fc.assert(
      fc.property(fc.tuple(table, table, table), faults, (tables, f) => {
        expect(breachesWithin(modelOf(tables, f), 25)).toEqual([]);
      }),
      { numRuns: 8, seed: 7 },
    );
  });

  it('that do the same, and treat each other the same, are alike, and counted exactly', () => {
    const twins = table.map((rules) => rules.map((one) => ({ ...one, to: 0, queue: false })));
    let fewer = 0;
    fc.assert(
      fc.property(
        table.map((rules) => rules.map((one) => ({ ...one, to: 0, queue: false }))),
        twins,
        fc.boolean(),
        (hub, twin, exchange) => {
          const none = {
            drop: false,
            duplicate: false,
            resend: false,
            crash: false,
            cut: false,
            forbid: false,
          };
          const whole = modelOf([hub, twin, twin], { ...none, exchange }, [['b', 'c']]);
          // A property may not name one of the twins.
          const model = { ...whole, properties: whole.properties.slice(0, 2) };
          checkSymmetry(model, 60);
          expect(differences(model, { maxStates: 1500 })).toEqual([]);
          const { states, stored, complete } = explore(model, { maxStates: 1500 });
          if (complete && stored < states) fewer++;
        },
      ),
      { numRuns: 40, seed: 7 },
    );
    expect(fewer).toBeGreaterThan(5);
  });
});
