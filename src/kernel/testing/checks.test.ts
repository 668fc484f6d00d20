// What the checks of a model catch, by models that are wrong on purpose.

import { describe, expect, it } from 'vitest';
import type { Actor } from '../../actors/actor.ts';
import { actorModel } from '../../actors/actor-model.ts';
import type { Envelope } from '../../actors/envelope.ts';
import type { ActorModelOptions } from '../../actors/options.ts';
import { jugs } from '../toys/jugs.ts';
import { breachesWithin } from './model-contract.ts';
import { checkSymmetry } from './symmetry.ts';

interface Local {
  readonly n: number;
  readonly text: string;
  readonly pair: readonly [{ readonly x: number }, { readonly x: number }];
}
type Body = { readonly n: number };

const X = { x: 1 };
const START: Local = { n: 0, text: '', pair: [X, X] };

/** a sends three letters to b, which does with them what it is told to. */
function letters(
  receive: (local: Local, envelope: Envelope<Body>) => Local,
  over: Partial<ActorModelOptions<Local, Body>> = {},
) {
  const a: Actor<Local, Body> = {
    id: 'a',
    initial: { local: START, sends: [] },
    acts: ({ n }) => (n < 3 ? [{ name: 'send', kind: 'send' }] : []),
    act: (local) => ({
      local: { ...local, n: local.n + 1 },
      sends: [{ id: `a.${local.n}`, to: 'b', body: { n: local.n } }],
    }),
    receive: (local) => ({ local, sends: [] }),
  };
  const b: Actor<Local, Body> = {
    id: 'b',
    initial: { local: START, sends: [] },
    receive: (local, envelope) => ({ local: receive(local, envelope), sends: [] }),
  };
  return actorModel<Local, Body>({ actors: [a, b], exchange: false, properties: [], ...over });
}

describe('the contract of a model, breadth first', () => {
  it('passes what is pure', () => {
    expect(breachesWithin(letters((local) => ({ ...local, n: local.n + 1 })))).toEqual([]);
    expect(breachesWithin(jugs())).toEqual([]);
  });

  let count = 0;
  const impure: readonly (readonly [string, (local: Local, envelope: Envelope<Body>) => Local])[] = [
    ['a counter of its own', (local) => ({ ...local, n: count++ })],
    ['a clock', (local) => ({ ...local, n: performance.now() })],
    ['chance', (local) => ({ ...local, n: Math.random() })],
    [
      'a state that it changes',
      (local) => {
        (local as { n: number }).n++;
        return local;
      },
    ],
    [
      'a message that it changes',
      (local, { body }) => {
        (body as { n: number }).n = 1;
        return local;
      },
    ],
    ['the order of keys', (local) => ({ ...local, text: Object.keys(local)[0] ?? '' })],
    ['identity', (local) => ({ ...local, n: local.pair[0] === local.pair[1] ? 1 : 0 })],
  ];
  it.each(impure)('catches %s', (_, receive) => {
    const sees = { name: 'sees', kind: 'always' as const, judge: () => true };
    expect(breachesWithin(letters(receive, { properties: [sees] }))).not.toEqual([]);
  });

  it('catches a property that compares by identity', () => {
    const same = {
      name: 'same',
      kind: 'always' as const,
      judge: ({ locals }: { locals: Readonly<Record<string, Local>> }) =>
        locals.a?.pair[0] === locals.a?.pair[1],
    };
    expect(breachesWithin(letters((local) => local, { properties: [same] })).join()).toMatch('judge of same');
  });
});

describe('the check of symmetry', () => {
  const twins = (differ: Partial<Actor<Local, Body>>, over: Partial<ActorModelOptions<Local, Body>> = {}) => {
    const twin = (id: string): Actor<Local, Body> => ({
      id,
      initial: { local: START, sends: [] },
      acts: ({ n }) => (n < 2 ? [{ name: `${n}`, kind: 'go' }] : []),
      act: (local) => ({
        local: { ...local, n: local.n + 1 },
        sends: [{ id: `${id}.${local.n}`, to: 'hub', body: { n: local.n } }],
      }),
      receive: (local) => ({ local, sends: [] }),
    });
    const hub: Actor<Local, Body> = {
      id: 'hub',
      initial: { local: START, sends: [] },
      receive: (local, { id }) => ({ local: { ...local, text: id }, sends: [] }),
    };
    return actorModel<Local, Body>({
      actors: [twin('t1'), { ...twin('t2'), ...differ }, hub],
      exchange: false,
      properties: [],
      alike: [['t1', 't2']],
      ...over,
    });
  };

  it('passes twins', () => {
    expect(checkSymmetry(twins({}))).toBeGreaterThan(10);
  });

  it('catches one that does something else', () => {
    expect(() => checkSymmetry(twins({ acts: () => [] }))).toThrow();
    const faster = { act: (local: Local) => ({ local: { ...local, n: 2 }, sends: [] }) };
    expect(() => checkSymmetry(twins(faster))).toThrow('something else');
  });

  it('catches a property that names one of them', () => {
    const first = {
      name: 'first',
      kind: 'always' as const,
      judge: ({ locals }: { locals: Readonly<Record<string, Local>> }) => locals.t1?.n === 0,
    };
    expect(() => checkSymmetry(twins({}, { properties: [first] }))).toThrow('first tells actors apart');
  });
});
