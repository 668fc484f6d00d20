// Settings of a run: the switches' own defaults, then the scenario's, then what a person set. Names and values that
// do not exist are refused with the ones that do.

import { Refusal } from '../base/result.ts';
import type { Text, TextArg } from '../base/text.ts';
import { text } from '../base/text.ts';
import type { Params, Scenario, Switch, SystemHead, TextSwitch } from './system.ts';

export type Settings = Readonly<Record<string, string | number>>;

const refused = (key: string, args: Readonly<Record<string, TextArg>>): Refusal =>
  new Refusal(text(key, args));

/** The seed of a run that names none. */
export const DEFAULT_SEED = 1;

/** Every switch as the scenario sets it. */
export function scenarioParams(system: Pick<SystemHead, 'switches'>, scenario: Scenario): Params {
  const params: Record<string, string | number> = {};
  for (const { name, default: value } of system.switches) params[name] = scenario.params[name] ?? value;
  return params;
}

/** The base with these settings laid over it; refuses what does not exist. Numbers may come as text. */
export function withSettings(system: SystemHead, base: Params, settings: Settings): Params {
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

/** What keeps a text from being this setting, if something does. */
export function textRefusal({ name, maxLength, pattern }: TextSwitch, value: string): Text | null {
  const called = text(`switch.${name}`);
  const { length } = value;
  if (length > maxLength) return text('session.text.long', { name: called, length, most: maxLength });
  const half = value.search(/\p{Surrogate}/u);
  if (half >= 0) return text('session.text.half', { name: called, at: half + 1 });
  if (pattern !== undefined && !new RegExp(`^(?:${pattern})$`, 'u').test(value))
    return text('session.text.form', { name: called, form: text(`switch.${name}.form`) });
  return null;
}

function checkedText(one: TextSwitch, value: unknown): string {
  const written = String(value);
  const why = textRefusal(one, written);
  if (why) throw new Refusal(why);
  return written;
}

function checkedValue(one: Switch, value: unknown): string | number {
  if (one.kind === 'text') return checkedText(one, value);
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
