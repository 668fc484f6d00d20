// A session with what Node has, and a scenario opened in it as the options say.

import type { Opened, SessionApi } from '../session/api.ts';
import { createSession } from '../session/session.ts';
import { catalog } from '../systems/catalog.ts';
import type { Args, OptionKinds } from './args.ts';
import { scenarioFrom, settingsFrom } from './args.ts';
import type { Io } from './command.ts';
import { nodeExplorer } from './explorer.ts';
import { nodeJobRunner } from './job-runner.ts';

export const SCENARIO_OPTIONS: OptionKinds = { set: 'texts', seed: 'count', json: 'flag', lang: 'text' };

export function newSession(io: Io): SessionApi {
  const host = {
    clock: () => performance.now(),
    breathe: () => new Promise<void>((resolve) => setImmediate(resolve)),
  };
  const session = createSession({
    ...host,
    catalog,
    runner: nodeJobRunner(0),
    explorer: nodeExplorer(host, (reason) => io.err(`searching in one thread: ${reason}`)),
  });
  io.onInterrupt(() => void session.cancel());
  return session;
}

/** Opens the scenario that the arguments name, with their settings and seed. */
export function openScenario(session: SessionApi, args: Args, overlay: object = {}): Promise<Opened> {
  const { system, scenario } = scenarioFrom(args.words);
  const params = { ...settingsFrom(args.texts('set')), ...overlay };
  const seed = args.count('seed');
  return session.open({ system, scenario, params, ...(seed === undefined ? {} : { seed }) });
}
