// Links that nobody was given: well spelled, so that the page believes them at first, and made to ask for too much.

import { scenarioParams } from '../src/contract/settings.ts';
import type { Params, Switch } from '../src/contract/system.ts';
import { switchMatters } from '../src/contract/system.ts';
import { varint } from '../src/share/base64url.ts';
import { formatLink } from '../src/share/link.ts';
import { catalog } from '../src/systems/catalog.ts';

export interface Forged {
  readonly name: string;
  readonly hash: string;
}

const MILLION = 1_000_000;

function forged(of: string, modelVersion: number, params: Params, what: string): Forged {
  const [system = '', scenario = ''] = of.split('/');
  const asked = { system, scenario, modelVersion, params, seed: null, cursor: null, observed: 0 };
  return { name: `${of} ${what}`, hash: formatLink({ ...asked, choices: `~${varint(MILLION)}` }) };
}

/** A million steps of one scenario under these settings. */
export const millionSteps = (scenario: string, params: Params): Forged =>
  forged(`memcache/${scenario}`, 1, params, JSON.stringify(params));

/** Of every scenario of every system, a million steps with each number at its largest, and with all of them. */
export async function largest(): Promise<readonly Forged[]> {
  const all: Forged[] = [];
  for (const entry of catalog) {
    const system = await entry.head();
    for (const scenario of system.scenarios) {
      const of = `${system.id}/${scenario.id}`;
      const usual = scenarioParams(system, scenario);
      const numbers = system.switches
        .filter((one) => switchMatters(one, usual))
        .flatMap((one: Switch): [string, number][] => (one.kind === 'number' ? [[one.name, one.max]] : []));
      const together = Object.fromEntries(numbers);
      all.push(forged(of, system.version, together, 'every number at its largest'));
      for (const [name, max] of numbers)
        all.push(forged(of, system.version, { [name]: max }, `${name} ${max}`));
    }
  }
  return all;
}
