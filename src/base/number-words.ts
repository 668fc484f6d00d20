// How the number of a setting is said: in real units, which may depend on the other settings.

import { grouped, short } from './numbers.ts';
import type { Text } from './text.ts';
import { text } from './text.ts';

type Settings = Readonly<Record<string, string | number>>;
type When = Readonly<Record<string, readonly (string | number)[]>>;

/** How a switch's number is said: text `switch.NAME.as.ID`, {n} = value x times / over, {value} = as it is set. */
export interface Shown {
  readonly id: string;
  readonly times?: number;
  readonly over?: number;
  readonly when?: When;
}

interface Said {
  readonly name: string;
  readonly shown?: readonly Shown[];
}

/** A number switch's value in words. */
export function numberWords(one: Said, value: number, params: Settings): Text {
  const shown = one.shown?.find(({ when }) => fits(when, params));
  if (!shown) return text('number.plain', { n: grouped(value) });
  const { id, times = 1, over = 1 } = shown;
  // As many decimals as the divisor has zeros, so that steps of a slider are told apart.
  const digits = String(over).length - 1;
  const n = over > 1 ? ((value * times) / over).toFixed(digits) : short(value * times);
  return text(`switch.${one.name}.as.${id}`, { n, value });
}

/** Whether these settings have one of the values asked for, name by name. */
export const fits = (when: When | undefined, params: Settings): boolean =>
  Object.entries(when ?? {}).every(([name, values]) => values.includes(params[name] ?? ''));
