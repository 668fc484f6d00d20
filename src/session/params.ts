// Settings of a run: the switches' own defaults, then the scenario's, then what a person set. Names and values that
// do not exist are refused with the ones that do.

import type { Params, Scenario, Switch, System } from '../kernel/system.ts';
import { refused } from './session-text.ts';

export type Settings = Readonly<Record<string, string | number>>;

/** The seed of a run that names none. */
export const DEFAULT_SEED = 1;

/** Every switch as the scenario sets it. */
export function scenarioParams(system: System, scenario: Scenario): Params {
  const params: Record<string, string | number> = {};
  for (const { name, default: value } of system.switches) params[name] = scenario.params[name] ?? value;
  return params;
}

/** The base with these settings laid over it; refuses what does not exist. Numbers may come as text. */
export function withSettings(system: System, base: Params, settings: Settings): Params {
  const params: Record<string, string | number> = { ...base };
  for (const name of Object.keys(settings)) {
    const found = system.switches.find((one) => one.name === name);
    if (!found) {
      const known = system.switches.map((one) => one.name).join(', ');
      throw refused('session.unknown-switch', { system: system.id, name, known });
    }
    params[name] = checkedValue(found, settings[name]);
  }
  return params;
}

function checkedValue(one: Switch, value: unknown): string | number {
  if (one.kind === 'choice') {
    const spelt = String(value);
    if (one.values.includes(spelt)) return spelt;
  } else {
    const number = typeof value === 'string' && /^-?\d{1,9}$/.test(value) ? Number(value) : value;
    if (typeof number === 'number' && Number.isInteger(number) && number >= one.min && number <= one.max) {
      return number;
    }
  }
  const allowed = one.kind === 'choice' ? one.values.join(', ') : `${one.min}..${one.max}`;
  throw refused('session.bad-value', { name: one.name, value: String(value).slice(0, 80), allowed });
}

/** Only what differs from the base. */
export function differing(base: Params, params: Params): Settings {
  const out: Record<string, string | number> = {};
  for (const name of Object.keys(params)) {
    const value = params[name];
    if (value !== undefined && value !== base[name]) out[name] = value;
  }
  return out;
}

export function checkedSeed(seed: number | undefined): number {
  if (seed === undefined) return DEFAULT_SEED;
  if (!Number.isInteger(seed) || seed < 0 || seed > 0xffffffff) {
    throw refused('session.bad-seed', { seed: String(seed).slice(0, 40) });
  }
  return seed;
}
