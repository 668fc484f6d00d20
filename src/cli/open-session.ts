// A session with what Node has, and a scenario opened in it as the options say.

import { MOST_TEXT } from '../base/text.ts';
import type { CatalogEntry } from '../contract/loading.ts';
import type { Args, OptionKinds } from '../contract/verb.ts';
import { UsageError } from '../contract/verb.ts';
import type { ByHand, Opened } from '../session/by-hand.ts';
import { byHand } from '../session/by-hand.ts';
import { createSession } from '../session/session.ts';
import { catalog } from '../systems/catalog.ts';
import { scenarioFrom, settingsFrom } from './args.ts';
import type { Io } from './command.ts';
import { fileText } from './files.ts';
import { nodeJobRunner } from './job-runner.ts';

export const SCENARIO_OPTIONS: OptionKinds = {
  set: 'texts',
  'set-file': 'texts',
  seed: 'count',
  json: 'flag',
  lang: 'text',
};

/** `--set NAME=VALUE` and `--set-file NAME=FILE`, whose value is the file's text; null where neither is given. */
export async function settingsOf(args: Args): Promise<Record<string, string> | null> {
  const said = args.texts('set');
  const files = Object.entries(settingsFrom(args.texts('set-file')));
  if (said.length + files.length === 0) return null;
  const settings = settingsFrom(said);
  for (const [name, path] of files) {
    if (Object.hasOwn(settings, name)) throw new UsageError(`${name} is set twice`);
    settings[name] = await fileText(path, MOST_TEXT_BYTES);
  }
  return settings;
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
  const params = { ...(await settingsOf(args)), ...overlay };
  const seed = args.count('seed');
  return session.open({ system, scenario, params, ...(seed === undefined ? {} : { seed }) });
}
