// `explore`: every order in which a scenario's events can happen, with the shortest run to each violation as a link.

import type { ExploreOutcome, PropertyOutcome, SessionApi } from '../session/api.ts';
import { UsageError } from './args.ts';
import type { Command, Io } from './command.ts';
import { newSession, openScenario, SCENARIO_OPTIONS } from './open-session.ts';
import { printJson } from './report.ts';

const DEFAULT_MAX_STATES = 5_000_000;
const MAX_WORKERS = 64;

export const explore: Command = {
  usage:
    'explore SYSTEM/SCENARIO [--set NAME=VALUE ...] [--max-states N] [--max-depth N] [--workers N] [--map] [--json]',
  about: 'searches every order of events for the shortest run that breaks a promise',
  options: {
    ...SCENARIO_OPTIONS,
    'max-states': 'count',
    'max-depth': 'count',
    workers: 'count',
    map: 'flag',
  },
  async run(args, io) {
    const session = newSession(io);
    await openScenario(session, args);
    const workers = args.count('workers') ?? 1;
    if (workers < 1 || workers > MAX_WORKERS) throw new UsageError(`--workers is 1 to ${MAX_WORKERS}`);
    const outcome = await session.explore({
      from: 'start',
      maxStates: args.count('max-states') ?? DEFAULT_MAX_STATES,
      maxDepth: args.count('max-depth') ?? Number.MAX_SAFE_INTEGER,
      workers,
      map: args.has('map'),
    });
    const properties: Record<string, Shown> = {};
    for (const [name, found] of Object.entries(outcome.properties)) {
      await openScenario(session, args);
      properties[name] = await shown(session, found);
    }
    if (args.has('json')) printJson({ ...outcome, properties }, io);
    else print(outcome, properties, io);
    const violated = Object.values(properties).some(({ verdict }) => verdict === 'violated');
    return violated || outcome.stopped ? 1 : 0;
  },
};

interface Shown {
  readonly verdict: PropertyOutcome['verdict'];
  readonly length?: number;
  readonly link?: string;
}

/** The verdict with its run as a link, from a session at the start. */
async function shown(session: SessionApi, found: PropertyOutcome): Promise<Shown> {
  const { verdict, length, choices } = found;
  if (length === undefined || choices === undefined) return { verdict };
  await session.tryChoices(choices, 'start', null);
  return { verdict, length, link: await session.link() };
}

function print(outcome: ExploreOutcome, properties: Readonly<Record<string, Shown>>, io: Io): void {
  const names = Object.keys(properties);
  const width = Math.max(0, ...names.map((name) => name.length));
  for (const name of names) {
    const { verdict, length, link } = properties[name] as Shown;
    const steps = length === undefined ? '' : ` in ${length} step${length === 1 ? '' : 's'}`;
    const bounded = verdict === 'unknown' ? ' (none within the bound)' : '';
    io.out(`${name.padEnd(width)}  ${verdict}${steps}${bounded}`);
    if (link !== undefined) io.out(`${' '.repeat(width)}  ${link}`);
  }
  io.out('');
  const extent = outcome.complete
    ? `complete: all ${outcome.states} states`
    : `${outcome.stopped ? 'stopped' : 'bounded'}: ${outcome.states} states`;
  io.out(
    `${extent}, ${outcome.edges} edges, depth ${outcome.depth}, ${outcome.seconds.toFixed(2)} s; ` +
      `${outcome.fingerprintBits}-bit fingerprints, odds of a collision below ${outcome.collisionOdds.toExponential(1)}`,
  );
  if (!outcome.map) return;
  io.out('');
  for (const { id, depth, bad, rest } of outcome.map.states) {
    const notes = [...bad.map((name) => `violates ${name}`), ...(rest ? ['nothing left to happen'] : [])];
    io.out(`state ${id} at depth ${depth}${notes.length > 0 ? `: ${notes.join(', ')}` : ''}`);
  }
  for (const [from, to, key] of outcome.map.edges) io.out(`${from} -> ${to}  ${key}`);
}
