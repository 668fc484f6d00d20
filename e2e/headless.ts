// The same engine without a browser: what a page shows is held against it.

import type { Words } from '../src/base/words.ts';
import { plain } from '../src/base/words.ts';
import type { Scenario } from '../src/kernel/system.ts';
import type { SessionApi } from '../src/session/api.ts';
import { createSession } from '../src/session/session.ts';
import { allWords, catalog } from '../src/systems/catalog.ts';

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
      const [system, words] = await Promise.all([entry.load(), allWords(entry, 'en')]);
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

export const headlessSession = (): SessionApi =>
  createSession({
    catalog,
    runner: {
      run: () => Promise.reject(new Error('no scenario of these tests makes jobs while it is stepped')),
    },
    clock: () => performance.now(),
    breathe: () => new Promise<void>((resolve) => setImmediate(resolve)),
  });

/** The link of a scenario after so many steps of its own, as a fragment. */
export async function linkAfter(
  scenario: string,
  steps: number,
  params: Readonly<Record<string, string | number>> = {},
): Promise<{ readonly hash: string; readonly fingerprint: string; readonly step: number }> {
  const session = headlessSession();
  await session.open({ system: 'memcache', scenario, params });
  const { fingerprint, cursor } = steps > 0 ? await session.advance(steps) : await session.frame();
  const link = await session.link();
  return { hash: link.slice(link.indexOf('#')), fingerprint, step: cursor.step };
}
