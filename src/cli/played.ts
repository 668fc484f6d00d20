// Plays, when the page is built, what pages show of runs before anybody touches them. Done on import: Vite's runner, which
// imports it, closes after that, and a session loads its parts as it goes.

import type { Language } from '../base/words.ts';
import { correctionLinks, firstMoments, playedStart } from '../session/played.ts';
import { createSession } from '../session/session.ts';
import { catalog } from '../systems/catalog.ts';
import { nodeJobRunner } from './job-runner.ts';

const LANGUAGES: readonly Language[] = ['en', 'zh'];

async function play(): Promise<Readonly<Record<string, string>>> {
  const session = createSession({
    clock: () => performance.now(),
    breathe: () => new Promise<void>((resolve) => setImmediate(resolve)),
    catalog,
    runner: nodeJobRunner(0),
  });
  const made: Record<string, string> = {
    corrections: JSON.stringify(await correctionLinks(session, catalog)),
  };
  for (const language of LANGUAGES)
    made[`first.${language}`] = JSON.stringify(await firstMoments(session, catalog, language));
  for (const { id, card } of catalog)
    for (const { id: scenario } of (await card()).scenarios)
      made[`${id}/${scenario}`] = JSON.stringify(await playedStart(session, id, scenario));
  return made;
}

/** Each as JSON, by name. */
export const played = await play();
