// What pages show of runs before anybody touches them, made when the page is built, by the session that makes all others:
// the first moment of the race on the first page, and where the corrections' links lead. So these pages load no system.

import type { Text } from '../base/text.ts';
import type { Language, Words } from '../base/words.ts';
import type { CatalogEntry } from '../contract/loading.ts';
import type { ActorInfo, Findings } from '../contract/system.ts';
import type { SessionApi, Update } from './api.ts';
import type { Frame, Track } from './frame.ts';

/** The race that a system's card offers, at its start, with the words of what is seen there. */
export interface FirstMoment {
  readonly system: string;
  readonly scenario: string;
  readonly frame: Frame;
  readonly track: Track;
  readonly actors: readonly ActorInfo[];
  readonly words: Words;
}

/** A scenario under its own settings, before its first step. */
export interface PlayedStart {
  readonly update: Update;
  /** What its experiment finds; null where it has none. */
  readonly findings: Findings | null;
}

/** By system and correction, `SYSTEM/ID`: the fragment of the link. */
export type CorrectionLinks = Readonly<Record<string, string>>;

type Catalog = readonly CatalogEntry[];

export async function firstMoments(
  session: SessionApi,
  catalog: Catalog,
  language: Language,
): Promise<readonly FirstMoment[]> {
  const made: FirstMoment[] = [];
  for (const { id: system, card, words } of catalog) {
    const { live } = await card();
    if (!live) continue;
    const from = { system, scenario: live.scenario };
    const window = { columns: columnsOf(live.steps) };
    const { frame, track, head } = await session.act('first', { kind: 'open', from }, window);
    if (!track || !head) throw new Error(`${system}/${live.scenario}: an opened run has no head`);
    const { actors } = head;
    const seen = { frame, track, actors };
    made.push({ ...from, ...seen, words: wordsIn(seen, await words(language, head.words)) });
  }
  return made;
}

export async function playedStart(
  session: SessionApi,
  system: string,
  scenario: string,
): Promise<PlayedStart> {
  const from = { system, scenario };
  const run = 'start';
  const update = await session.act(run, { kind: 'open', from }, { columns: 1 });
  return { update, findings: await session.experiment({ run, at: update.frame.cursor }) };
}

/** One page of steps holds the whole race, with room ahead of its last step. */
export const columnsOf = (steps: number): number => steps + 2;

export async function correctionLinks(session: SessionApi, catalog: Catalog): Promise<CorrectionLinks> {
  const links: Record<string, string> = {};
  for (const { id: system, corrections } of catalog) {
    for (const { id, scenario, params, choices, step } of await corrections()) {
      const link = await session.link({ system, scenario, params }, choices, step);
      links[`${system}/${id}`] = link.slice(link.indexOf('#'));
    }
  }
  return links;
}

/** The words of every text in it. */
function wordsIn(value: unknown, words: Words): Words {
  const found: Record<string, string> = {};
  const look = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    const { key } = part as Partial<Text>;
    const said = key === undefined ? undefined : words[key];
    if (key !== undefined && said !== undefined) found[key] = said;
    Object.values(part).forEach(look);
  };
  look(value);
  return found;
}
