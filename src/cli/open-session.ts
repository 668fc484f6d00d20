// A session with what Node has, and a scenario opened in it as the options say.

import { basename } from 'node:path';
import { MOST_TEXT } from '../base/text.ts';
import { fileIn, MOST_FILE, otherFile, spellFile } from '../contract/files.ts';
import type { CatalogEntry } from '../contract/loading.ts';
import type { Args, OptionKinds } from '../contract/verb.ts';
import { UsageError } from '../contract/verb.ts';
import type { FileName } from '../contract/wanted-file.ts';
import { wantedIn } from '../contract/wanted-file.ts';
import type { ByHand, Opened } from '../session/by-hand.ts';
import { byHand } from '../session/by-hand.ts';
import { createSession } from '../session/session.ts';
import { catalog } from '../systems/catalog.ts';
import { scenarioFrom, settingsFrom } from './args.ts';
import type { Io } from './command.ts';
import { fileBytes, fileText } from './files.ts';
import { nodeJobRunner } from './job-runner.ts';

export const SCENARIO_OPTIONS: OptionKinds = {
  set: 'texts',
  'set-file': 'texts',
  seed: 'count',
  input: 'texts',
  json: 'flag',
  lang: 'text',
};

/**
 * `--set NAME=VALUE`, `--set-file NAME=FILE`, whose value is the file's text, and `--input NAME=FILE`, whose value is the
 * file's name; null where none is given.
 */
export async function settingsOf(session: ByHand, args: Args): Promise<Record<string, string> | null> {
  const said = args.texts('set');
  const files = Object.entries(settingsFrom(args.texts('set-file')));
  const inputs = await inputsOf(session, args);
  if (said.length + files.length + Object.keys(inputs).length === 0) return null;
  const settings = { ...settingsFrom(said), ...inputs };
  for (const [name, path] of files) {
    if (Object.hasOwn(settings, name)) throw new UsageError(`${name} is set twice`);
    settings[name] = await fileText(path, MOST_TEXT_BYTES);
  }
  return settings;
}

/** Files that a run reads, at hand from now on; the settings that name them. */
async function inputsOf(session: ByHand, args: Args): Promise<Record<string, string>> {
  const settings: Record<string, string> = {};
  for (const [name, path] of Object.entries(settingsFrom(args.texts('input'))))
    settings[name] = spellFile(await give(session, path));
  return settings;
}

async function give({ session }: ByHand, path: string): Promise<FileName> {
  const bytes = await fileBytes(path, MOST_FILE);
  return session.give(new Blob([bytes as Uint8Array<ArrayBuffer>]), basename(path));
}

/** A run that reads another file than those given says which, and which was given. */
export async function withInputs(session: ByHand, args: Args, open: () => Promise<Opened>): Promise<Opened> {
  const [setting] = Object.values(await inputsOf(session, args));
  const given = setting === undefined ? null : fileIn(setting);
  try {
    return await open();
  } catch (error) {
    const wanted = wantedIn(error);
    throw wanted && given ? otherFile(wanted, given) : error;
  }
}

/** A text of so many UTF-16 units has at most three bytes for each. */
const MOST_TEXT_BYTES = 3 * MOST_TEXT;

export function newSession(io: Io, from: readonly CatalogEntry[] = catalog): ByHand {
  const host = {
    clock: () => performance.now(),
    breathe: () => new Promise<void>((resolve) => setImmediate(resolve)),
  };
  const session = createSession({ ...host, catalog: from, runner: nodeJobRunner(0) });
  let stop = new AbortController();
  io.onInterrupt(() => {
    stop.abort();
    stop = new AbortController();
  });
  return byHand(session, () => stop.signal);
}

/** Opens the scenario that the arguments name, with their settings and seed. */
export async function openScenario(session: ByHand, args: Args, overlay: object = {}): Promise<Opened> {
  const { system, scenario } = scenarioFrom(args.words);
  const params = { ...(await settingsOf(session, args)), ...overlay };
  const seed = args.count('seed');
  return session.open({ system, scenario, params, ...(seed === undefined ? {} : { seed }) });
}
