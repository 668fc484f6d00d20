// How a system is reached: a folder under systems/ says in its `card.ts` what lists show of it and in its `entry.ts`
// where everything else is, and the catalog names the folder in one line. Nothing is loaded before it is asked for, and
// all who need a model (page, worker, command line, tests) come by the same way, `load`: so a part that is not there can
// never be asked.

import { Refusal } from '../base/result.ts';
import { text } from '../base/text.ts';
import type { Language, Words } from '../base/words.ts';
import type { JobTable, ScanTable, TimedTable } from '../kernel/job.ts';
import type { Formats } from './reader.ts';
import type { Settings } from './settings.ts';
import { scenarioParams, withSettings } from './settings.ts';
import type { Claim, Params, Part, Scenario, System, SystemHead } from './system.ts';
import type { Verbs } from './verb.ts';

/**
 * All that pages speaking of several systems load of one, with its words: what a folder's `card.ts` exports as `card`
 * and `words`. The contract test holds it against the system itself. Its words are the table `card`: `system.title`,
 * `.paper`, `.question`, each scenario's `ID.title`, `.short`, `.question`, and each group's `group.ID`.
 */
export interface Card {
  /** Lecture of the course: the order of systems. */
  readonly lecture: number;
  /** The path through its scenarios that a newcomer takes; everything else is a variant. */
  readonly core: readonly string[];
  /** All scenarios by what they are about; each is in one group. */
  readonly groups: readonly CardGroup[];
  readonly scenarios: readonly CardScenario[];
  /** A short race that the first page can run: so many steps are in view. */
  readonly live?: { readonly scenario: string; readonly steps: number };
}
export interface CardGroup {
  readonly id: string;
  readonly scenarios: readonly string[];
}
export interface CardScenario {
  readonly id: string;
  /** The right answers, `QUESTION.OPTION`. */
  readonly right: readonly string[];
  /** What it claims, and the switches it shows first: a search finds it by their names, which are in the card's words. */
  readonly properties: readonly string[];
  readonly switches: readonly string[];
}

/** Of names with spaces between. */
export const cardGroup = (id: string, scenarios: string): CardGroup => ({
  id,
  scenarios: scenarios.split(' '),
});
/** Of names with spaces between; no right answer where there is no question. */
export const cardScenario = (
  id: string,
  right: string,
  properties: string,
  switches: string,
): CardScenario => ({
  id,
  right: right === '' ? [] : [right],
  properties: properties.split(' '),
  switches: switches.split(' '),
});

/** Where the lecture notes say something looser than the paper, and the run that shows it. */
export interface Correction {
  readonly id: string;
  readonly scenario: string;
  /** Section of the notes, and of the paper; of the paper none where it stands in the protocol's documents as well. */
  readonly notes: string;
  readonly paper: string;
  readonly params: Params;
  readonly choices: readonly string[];
  /** Where to look, from 1. */
  readonly step: number;
  /** What holds at that step: a property's verdict over the run so far. */
  readonly shows: readonly [property: string, verdict: Claim] | null;
}

/** The system itself, without its parts. */
export interface Manifest extends SystemHead {
  /** Loads what this scenario needs at these settings. */
  part(scenario: Scenario, params: Params): Promise<Part>;
}

/** Functions of jobs, scans and timed work by kind. */
export interface Functions {
  readonly jobs?: JobTable | undefined;
  readonly scans?: ScanTable | undefined;
  readonly timed?: TimedTable | undefined;
  /** Its jobs ask for `JobContext.compile`. */
  readonly makesCode?: true;
}

/** A table of words, each language loaded by itself. */
export type Table = Readonly<Record<Language, () => Promise<{ readonly words: Words }>>>;

/** What a folder's `entry.ts` exports as `entry`: small, and everything else lazy. */
export interface Folder {
  /** Tables by name, beside the card's. */
  readonly words: Readonly<Record<string, Table>>;
  /** The tables that a scenario's page begins with, so that they are loaded beside the run and not after it. */
  readonly wordsOf: (scenario: string) => readonly string[];
  readonly manifest: () => Promise<Manifest>;
  /** The functions for a kind of job, without the system. */
  readonly functions?: (kind: string) => Promise<Functions>;
  /** Their words: the table `corrections`, `corrections.ID.title`, `.notes`, `.paper`, `.run`. */
  readonly corrections?: () => Promise<readonly Correction[]>;
  /** Its own commands, in a file `verbs.ts` beside this one: the page is built without it. */
  readonly verbs?: () => Promise<Verbs>;
  /** The kinds of files it reads, in a file `readers.ts` beside this one. */
  readonly readers?: () => Promise<Formats>;
}

export interface Loaded {
  readonly system: System;
  readonly scenario: Scenario;
  readonly params: Params;
}

/** A system as everybody else sees it. */
export interface CatalogEntry {
  readonly id: string;
  readonly card: () => Promise<Card>;
  /** Its head alone: what there is, for lists. */
  readonly head: () => Promise<SystemHead>;
  /** The system ready for these settings, laid over the scenario's own; refuses, in words, names that do not exist. */
  readonly load: (scenario: string, settings: Settings) => Promise<Loaded>;
  readonly functions: (kind: string) => Promise<Functions>;
  readonly corrections: () => Promise<readonly Correction[]>;
  readonly verbs: () => Promise<Verbs>;
  readonly readers: () => Promise<Formats>;
  /** These tables as one; all of them where none are named. */
  readonly words: (language: Language, tables?: readonly string[]) => Promise<Words>;
  readonly wordsOf: (scenario: string) => Promise<readonly string[]>;
}

/** A line of the catalog. */
export function entryOf(
  id: string,
  card: () => Promise<{ readonly card: Card; readonly words: Table }>,
  open: () => Promise<{ readonly entry: Folder }>,
): CatalogEntry {
  const folder = async (): Promise<Folder> => (await open()).entry;
  return {
    id,
    card: async () => (await card()).card,
    head: async () => (await folder()).manifest(),
    async load(scenarioId, settings) {
      const manifest = await (await folder()).manifest();
      const scenario = manifest.scenarios.find((one) => one.id === scenarioId);
      if (!scenario) {
        const known = manifest.scenarios.map((one) => one.id).join(', ');
        throw new Refusal(text('link.unknown-scenario', { system: id, scenario: scenarioId, known }));
      }
      const params = withSettings(manifest, scenarioParams(manifest, scenario), settings);
      return { system: { ...manifest, ...(await manifest.part(scenario, params)) }, scenario, params };
    },
    functions: async (kind) => (await (await folder()).functions?.(kind)) ?? {},
    corrections: async () => (await (await folder()).corrections?.()) ?? [],
    verbs: async () => (await (await folder()).verbs?.()) ?? {},
    readers: async () => (await (await folder()).readers?.()) ?? {},
    async words(language, tables) {
      const tableOf = async (name: string) =>
        (name === 'card' ? (await card()).words : (await folder()).words[name])?.[language]();
      const names = tables ?? ['card', ...Object.keys((await folder()).words)];
      const loaded = await Promise.all(names.map(tableOf));
      return Object.assign({}, ...loaded.map((table) => table?.words)) as Words;
    },
    wordsOf: async (scenario) => ['card', ...(await folder()).wordsOf(scenario)],
  };
}

/** The entry of this name; refuses, in words, one that is not there. */
export function entryIn<E extends { readonly id: string }>(catalog: readonly E[], id: string): E {
  const entry = catalog.find((one) => one.id === id);
  if (entry) return entry;
  const known = catalog.map((one) => one.id).join(', ');
  throw new Refusal(text('link.unknown-system', { system: id, known }));
}
