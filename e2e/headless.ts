// The same engine without a browser: what a page shows is held against it.

import type { Words } from '../src/base/words.ts';
import { plain } from '../src/base/words.ts';
import { nodeJobRunner } from '../src/cli/job-runner.ts';
import type { Scenario } from '../src/contract/system.ts';
import type { ByHand } from '../src/session/by-hand.ts';
import { byHand } from '../src/session/by-hand.ts';
import { createSession } from '../src/session/session.ts';
import { catalog } from '../src/systems/catalog.ts';

export interface Listed {
  readonly system: string;
  readonly scenario: Scenario;
  /** `#/SYSTEM/SCENARIO`. */
  readonly hash: string;
  /** A property's name in English. */
  readonly property: (name: string) => string;
}

/** Every scenario of every system. */
export async function listed(): Promise<readonly Listed[]> {
  const groups = await Promise.all(
    catalog.map(async (entry) => {
      const [system, words] = await Promise.all([entry.head(), entry.words('en')]);
      return system.scenarios.map((scenario) => ({
        system: system.id,
        scenario,
        hash: `#/${system.id}/${scenario.id}`,
        property: (name: string) => plain(words as Words, { key: `property.${name}` }),
      }));
    }),
  );
  return groups.flat();
}

export const headlessSession = (): ByHand =>
  byHand(
    createSession({
      catalog,
      runner: nodeJobRunner(0),
      clock: () => performance.now(),
      breathe: () => new Promise<void>((resolve) => setImmediate(resolve)),
    }),
  );

/** The link of a scenario after so many steps of its own, as a fragment. */
export async function linkAfter(
  scenario: string,
  steps: number,
  params: Readonly<Record<string, string | number>> = {},
  system = 'memcache',
): Promise<{ readonly hash: string; readonly fingerprint: string; readonly step: number }> {
  const session = headlessSession();
  await session.open({ system, scenario, params });
  const { fingerprint, cursor } = steps > 0 ? await session.advance(steps) : await session.frame();
  const link = await session.link();
  return { hash: link.slice(link.indexOf('#')), fingerprint, step: cursor.step };
}

/** A race under every fault-free order of its messages: more states than any search sees while a test looks on. */
export const endlessSearch = (): ReturnType<typeof linkAfter> =>
  linkAfter('stale-set', 3, { grain: 'message', lease: 'on', readers: 6, writers: 6 });
