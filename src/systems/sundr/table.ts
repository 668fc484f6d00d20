// Ten moves of a lying server against the four protocols, each played for real: what a user refuses, by which check and
// which two values; what passes and is allowed (it only hides); what passes and does harm. Nothing here is an opinion.

import { present } from '../../base/assert.ts';
import type { Params } from '../../contract/system.ts';
import type { Model } from '../../kernel/model.ts';
import { sundrModel } from './model.ts';
import { principals, settingsOf, switches } from './params.ts';
import type { Check, Protocol, SundrWorld } from './state.ts';
import { userIn } from './step.ts';

const MOVES = [
  'prefix',
  'omit',
  'reorder',
  'rollback',
  'fork',
  'splice',
  'alter',
  'replay',
  'deny',
  'wrong-key',
] as const;
type Move = (typeof MOVES)[number];

const PROTOCOLS: readonly Protocol[] = ['files', 'straw', 'serialized', 'concurrent'];

export interface Row {
  readonly move: Move;
  readonly protocol: Protocol;
  readonly verdict: 'refused' | 'allowed' | 'undetected' | 'does-not-apply';
  /** Who refused, in which step (from 1), by which check, and the two values. */
  readonly by: string | null;
  readonly atStep: number | null;
  readonly check: Check | null;
  readonly expected: string | null;
  readonly actual: string | null;
  /** The run; null where the protocol has nothing to make this move with. */
  readonly run: {
    readonly scenario: string;
    readonly params: Params;
    readonly choices: readonly string[];
  } | null;
}

/** A modifies, B builds on it, C comes last. */
const BOTH = 'A.0.ask~none B.0.ask~A1';
/** A has written twice; another operation of it is between the two. */
const TWICE = 'A.0.ask~none A.1.ask~A1 A.2.ask~A2';
/** A and B have parted after A1. */
const PARTED = `${BOTH} A.1.ask~A1`;

const SERIALIZED: Readonly<Record<Move, string | null>> = {
  prefix: 'A.0.ask~none A.1.ask~A1 B.0.ask~A1',
  omit: `${BOTH} C.0.ask~B1`,
  reorder: null,
  rollback: `${BOTH} A.1.ask~none`,
  fork: `${PARTED} B.1.ask~A1+B1`,
  splice: `${PARTED} C.0.ask~A2+B1`,
  alter: `${BOTH} C.0.ask~A1+B1.alter.auth.py`,
  replay: `${TWICE} C.0.ask~A3.replay.A1`,
  deny: `${BOTH} C.0.ask~A1+B1.deny.auth.py`,
  'wrong-key': `${BOTH} C.0.ask~A1+B1.wrong-key.A`,
};

/** Keys by protocol and move; null where there is nothing to make the move with: files signed alone have no order. */
const RUNS: Readonly<Record<Protocol, Readonly<Record<Move, string | null>>>> = {
  files: {
    prefix: null,
    omit: null,
    reorder: null,
    rollback: 'A.0.ask~none C.0.ask~A1 C.1.ask~none C.2.ask~none',
    fork: 'A.0.ask~none C.0.ask~none',
    splice: 'A.0.ask~none B.0.ask~none B.1.ask~A1 B.2.ask~none C.0.ask~none C.1.ask~B3',
    alter: 'A.0.ask~none C.0.ask~A1.alter.A1',
    replay: 'A.0.ask~none A.1.ask~none A.2.ask~none C.0.ask~A3 C.1.ask~none C.2.ask~A1',
    deny: 'A.0.ask~none C.0.ask~none.deny.auth.py',
    'wrong-key': 'A.0.ask~none C.0.ask~none.wrong-key.auth.py',
  },
  straw: {
    prefix: 'A.0.ask~none A.1.ask~A1 B.0.ask~A1',
    omit: `${BOTH} C.0.ask~B1.omit.A1`,
    reorder: `${BOTH} C.0.ask~B1.reorder.A1`,
    rollback: `${BOTH} A.1.ask~none`,
    fork: `${PARTED} B.1.ask~B1`,
    splice: `${PARTED} C.0.ask~A2.splice.B1`,
    alter: `${BOTH} C.0.ask~B1.alter.A1`,
    replay: `${BOTH} C.0.ask~B1.replay.A1`,
    deny: `${BOTH} C.0.ask~B1.deny.auth.py`,
    'wrong-key': `${BOTH} C.0.ask~B1.wrong-key.auth.py`,
  },
  serialized: SERIALIZED,
  // What is pending when B signs cannot be left out afterwards.
  concurrent: { ...SERIALIZED, omit: 'A.0.ask~none A.1.ask~A1 B.0.ask~A1&A2 C.0.ask~A1+B1' },
};

export const SCENARIO = 'byzantine';
const SETTINGS: Params = { server: 'liar', work: 'turns', users: 3, maxOps: 6 };

export const table = (): readonly Row[] =>
  MOVES.flatMap((move) => PROTOCOLS.map((protocol) => row(move, protocol, RUNS[protocol][move])));

function row(move: Move, protocol: Protocol, keys: string | null): Row {
  const nobody = { by: null, atStep: null, check: null, expected: null, actual: null };
  if (keys === null) return { move, protocol, verdict: 'does-not-apply', ...nobody, run: null };
  const set: Params = { ...SETTINGS, protocol };
  const params = Object.fromEntries(switches.map((one) => [one.name, set[one.name] ?? one.default]));
  const model = sundrModel(params, 1);
  const choices = keys.split(' ');
  const run = { scenario: SCENARIO, params: set, choices };
  let world = model.init();
  for (const [i, key] of choices.entries()) {
    const enabled = model.enabled(world);
    world = model.next(
      world,
      present(
        enabled.find((one) => one.key === key),
        key,
      ),
    );
    for (const user of principals(settingsOf(params))) {
      const { refused } = userIn(world, user);
      if (!refused) continue;
      const { check, expected, actual } = refused;
      return { move, protocol, verdict: 'refused', by: user, atStep: i + 1, check, expected, actual, run };
    }
  }
  return { move, protocol, verdict: harmed(model, world) ? 'undetected' : 'allowed', ...nobody, run };
}

/** A promise is broken, and nobody has refused anything. */
const harmed = (model: Model<SundrWorld>, world: SundrWorld): boolean =>
  model.properties.some(
    ({ kind, inapplicable, judge, name }) =>
      kind === 'always' && !inapplicable && name !== 'no-silent-harm' && judge(world) === false,
  );
