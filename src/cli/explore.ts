// `explore`: every order in which a scenario's events can happen, with the shortest run to each violation as a link.

import { boundsIn } from '../contract/bounds.ts';
import { DEFAULT_MAX_BYTES, DEFAULT_MAX_STATES } from '../kernel/exploration.ts';
import type { ExploreOutcome, OpenRequest, PropertyOutcome } from '../session/api.ts';
import type { ByHand } from '../session/by-hand.ts';
import type { Command, Io } from './command.ts';
import { newSession, openScenario, SCENARIO_OPTIONS } from './open-session.ts';
import { printJson } from './report.ts';

export const explore: Command = {
  usage:
    'explore SYSTEM/SCENARIO [--set NAME=VALUE ...] [--set-file NAME=FILE ...] [--input NAME=FILE ...] [--max-states N] [--max-bytes N] [--max-depth N] [--map] [--json]',
  about: 'searches every order of events for the shortest run that breaks a promise',
  options: {
    ...SCENARIO_OPTIONS,
    'max-states': 'count',
    'max-bytes': 'count',
    'max-depth': 'count',
    map: 'flag',
  },
  async run(args, io) {
    const session = newSession(io);
    const { frame, head } = await openScenario(session, args);
    const outcome = await session.explore({
      maxStates: args.count('max-states') ?? DEFAULT_MAX_STATES,
      maxBytes: args.count('max-bytes') ?? DEFAULT_MAX_BYTES,
      maxDepth: args.count('max-depth') ?? Number.MAX_SAFE_INTEGER,
      map: args.has('map'),
    });
    const properties: Record<string, Shown> = {};
    for (const [name, found] of Object.entries(outcome.properties)) {
      properties[name] = await shown(session, frame, found);
    }
    if (args.has('json')) printJson({ ...outcome, properties }, io);
    else {
      const bounds = boundsIn(head.switches, frame.params).map(({ name }) => `${name} ${frame.params[name]}`);
      print(outcome, properties, bounds, io);
    }
    const violated = Object.values(properties).some(({ verdict }) => verdict === 'violated');
    return violated || outcome.stopped ? 1 : 0;
  },
};

interface Shown {
  readonly verdict: PropertyOutcome['verdict'];
  readonly length?: number;
  readonly link?: string;
}

/** The verdict with its run as a link. */
async function shown({ session }: ByHand, request: OpenRequest, found: PropertyOutcome): Promise<Shown> {
  const { verdict, length, choices } = found;
  if (length === undefined || choices === undefined) return { verdict };
  return { verdict, length, link: await session.link(request, choices) };
}

function print(
  outcome: ExploreOutcome,
  properties: Readonly<Record<string, Shown>>,
  bounds: readonly string[],
  io: Io,
): void {
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
  io.out(extentOf(outcome));
  if (outcome.complete && bounds.length > 0)
    io.out(`with at most ${bounds.join(', ')}: with more it is not known`);
  const work = Object.entries(outcome.work ?? {}).map(([name, n]) => `${n} ${name}`);
  if (work.length > 0) io.out(`worked out once each: ${work.join(', ')}`);
  if (!outcome.map) return;
  io.out('');
  for (const { id, depth, bad, rest } of outcome.map.states) {
    const notes = [...bad.map((name) => `violates ${name}`), ...(rest ? ['nothing left to happen'] : [])];
    io.out(`state ${id} at depth ${depth}${notes.length > 0 ? `: ${notes.join(', ')}` : ''}`);
  }
  for (const [from, to, key] of outcome.map.edges) io.out(`${from} -> ${to}  ${key}`);
}

/** How far it went: of all states only where it was complete, else of those it stored. */
function extentOf({
  complete,
  stopped,
  states,
  stored,
  edges,
  depth,
  seconds,
  bytes,
}: ExploreOutcome): string {
  const why = stopped ? 'stopped' : 'bounded';
  const alike = stored < states ? ` (${stored} stored, the others differ from them in names only)` : '';
  const extent = complete ? `complete: all ${states} states${alike}` : `${why}: ${stored} states stored`;
  const held = `${(bytes / 2 ** 20).toFixed(1)} MiB held`;
  return `${extent}, ${edges} edges, depth ${depth}, ${seconds.toFixed(2)} s, ${held}`;
}
