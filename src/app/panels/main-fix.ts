// The setting a scenario is compared with, seen from where the run stands: the other value of that switch.

import type { Params, Scenario, Switch } from '../../contract/system.ts';
import { switchMatters } from '../../contract/system.ts';

export interface MainFix {
  readonly name: string;
  readonly now: string | number;
  readonly value: string | number;
}

/** Null where it means nothing under the present settings. */
export function mainFix(scenario: Scenario, params: Params, switches: readonly Switch[]): MainFix | null {
  const [compared] = Object.entries(scenario.compare);
  if (!compared) return null;
  const [name, value] = compared;
  const now = params[name];
  const of = switches.find((one) => one.name === name);
  if (now === undefined || !of || !switchMatters(of, params)) return null;
  if (now !== value) return { name, now, value };
  // The run already stands under the fix: then the question turns round.
  const before = scenario.params[name] ?? opposite(value);
  return before === null || before === now ? null : { name, now, value: before };
}

const opposite = (value: string | number): string | null =>
  value === 'on' ? 'off' : value === 'off' ? 'on' : null;
