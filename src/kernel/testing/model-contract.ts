// What every Model promises, checked state by state, along one random path or breadth first: its functions are pure
// functions of their arguments (no clock, no counter, no order of fields, no identity, nothing changed that was given),
// its states are plain, its keys name one action each. Everything rests on it: replay, links, the search's look-ups.

import { canonicalJson } from '../../base/canonical.ts';
import { unplain } from '../../base/plain.ts';
import { pick } from '../../base/rng.ts';
import { isFlagged } from '../explored.ts';
import type { Action, Model } from '../model.ts';
import type { Property } from '../property.ts';
import { Interner } from '../search/interner.ts';

/** What is broken on one random path, in words; empty where nothing is. Any action may be taken, faults as well. */
export const breaches = <S>(model: Model<S>, seed: number, steps: number): readonly string[] =>
  checked(model, (check) => {
    let state = check.init();
    for (let step = 0; step < steps; step++) {
      const enabled = check.state(state);
      if (enabled.length === 0) break;
      state = check.step(state, enabled[pick(seed, step, enabled.length)] as Action);
    }
  });

/** The same over the first `most` states, every action of each. */
export const breachesWithin = <S>(model: Model<S>, most = 300): readonly string[] =>
  checked(model, (check) => {
    const seen = new Set<string>();
    const queue = [check.init()];
    for (let at = 0; at < queue.length && at < most; at++) {
      const state = queue[at] as S;
      for (const action of check.state(state)) {
        const after = check.step(state, action);
        const print = canonicalJson(after);
        if (!seen.has(print)) queue.push(after);
        seen.add(print);
      }
    }
  });

function checked<S>(model: Model<S>, walk: (check: Check<S>) => void): readonly string[] {
  const check = new Check(model);
  try {
    walk(check);
    check.later();
  } catch (error) {
    // What is given is frozen: whoever changes it throws.
    check.found.add(error instanceof Error ? error.message : String(error));
  }
  return [...check.found];
}

class Check<S> {
  readonly found = new Set<string>();
  readonly #model: Model<S>;
  /** The state asked about last, and its guises. */
  #guised: { readonly state: S; readonly guises: readonly S[] } | undefined;
  readonly #asked: { readonly what: string; readonly ask: () => unknown; readonly spelt: string }[] = [];

  constructor(model: Model<S>) {
    this.#model = model;
  }

  init(): S {
    const first = this.#model.init();
    this.#plain('init', first);
    const isSame = canonicalJson(this.#model.init()) === canonicalJson(first);
    this.#tell(!isSame, 'init answers otherwise when asked again');
    return deepFrozen(first);
  }

  /** Asks all there is to ask of a state; gives what is enabled. */
  state(state: S): readonly Action[] {
    const { properties } = this.#model;
    const enabled = this.#ask('enabled', state, (s) => this.#model.enabled(s));
    this.#ask('blocked', state, (s) => this.#model.blocked?.(s));
    const pending = this.#ask('pending', state, (s) => this.#model.pending?.(s)) ?? [];
    for (const property of properties) {
      this.#ask(`judge of ${property.name}`, state, property.judge);
      this.#ask(`witness of ${property.name}`, state, (s) => witnessed(property, s));
    }
    this.#tellOnce(
      'actions have one key',
      enabled.map(({ key }) => key),
    );
    this.#tellOnce(
      'messages or timers have one id',
      pending.map(({ id }) => id),
    );
    return deepFrozen(enabled);
  }

  step(state: S, action: Action): S {
    return deepFrozen(this.#ask('next', state, (s) => this.#model.next(s, action), `${action.kind}: `));
  }

  /** Asks all of it once more, when everything else has been asked. */
  later(): void {
    for (const { what, ask, spelt } of this.#asked)
      this.#tell(canonicalJson(ask()) !== spelt, `${what} answers otherwise when asked later`);
  }

  #ask<T>(what: string, state: S, answer: (state: S) => T, where = ''): T {
    const first = answer(state);
    if (what === 'next') this.#plain(where, first);
    else {
      const odd = first === undefined ? null : unplain(first);
      this.#tell(odd !== null, `${what} answers with ${odd}`);
    }
    const spelt = canonicalJson(first);
    this.#tell(canonicalJson(answer(state)) !== spelt, `${what} answers otherwise when asked again`);
    if (this.#guised?.state !== state) this.#guised = { state, guises: guises(state) };
    for (const guise of this.#guised.guises) {
      this.#tell(
        canonicalJson(answer(guise)) !== spelt,
        `${what} depends on the order of fields, or on identity`,
      );
    }
    this.#asked.push({ what, ask: () => answer(state), spelt });
    return first;
  }

  #plain(where: string, state: unknown): void {
    const odd = unplain(state);
    if (odd !== null) throw new Error(`${where}${odd} in a state`);
  }

  #tellOnce(what: string, names: readonly string[]): void {
    const repeated = names.filter((name, index) => names.indexOf(name) !== index);
    this.#tell(repeated.length > 0, `two ${what}: ${repeated.join(', ')}`);
  }

  #tell(isBroken: boolean, what: string): void {
    if (isBroken) this.found.add(what);
  }
}

const witnessed = <S>(property: Property<S>, state: S): unknown =>
  isFlagged(property, state) ? property.witness?.(state) : undefined;

/** Equal values: one shares nothing and has the fields of every object the other way round, in one equal parts are one. */
function guises<T>(state: T): readonly T[] {
  const interner = new Interner();
  const copy = otherwise(state);
  return [copy, deepFrozen(interner.value(interner.idOf(copy)) as T)];
}

function otherwise<T>(value: T): T {
  if (Array.isArray(value)) return Object.freeze(value.map(otherwise)) as T;
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(([name, item]) => [name, otherwise(item)] as const);
  return Object.freeze(Object.fromEntries(fields.reverse())) as T;
}

function deepFrozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const item of Object.values(value)) deepFrozen(item);
  return Object.freeze(value);
}
