// `sweep`: one line of JSON a point, over ranges of switches and seeds, or as a filter that answers a line for a line,
// so that any engine that can run a program over lines can spread it.

import { Refusal } from '../base/result.ts';
import { checkedSeed } from '../contract/settings.ts';
import type { Findings } from '../contract/system.ts';
import { UsageError } from '../contract/verb.ts';
import type { ByHand } from '../session/by-hand.ts';
import { scenarioFrom, settingsFrom } from './args.ts';
import type { Command, ExitCode, Io } from './command.ts';
import { faultLine } from './fault.ts';
import { newSession, SCENARIO_OPTIONS, settingsOf } from './open-session.ts';
import { printJson } from './report.ts';
import type { Say } from './words.ts';
import { languageFrom, sayIn } from './words.ts';

type Settings = Readonly<Record<string, string | number>>;

interface Sweeping {
  readonly session: ByHand;
  readonly system: string;
  readonly scenario: string;
  readonly steps: number | undefined;
  readonly say: Say;
}

/** Points of one sweep at most. */
const MAX_POINTS = 1_000_000;

export const sweep: Command = {
  usage:
    'sweep SYSTEM/SCENARIO (--over NAME=A..B[/STEP] | --over NAME=V,V,... | --stdin) [--seeds N] [--set NAME=VALUE ...] [--set-file NAME=FILE ...] [--input NAME=FILE ...] [--steps N]',
  about: 'runs a scenario at many points, one line of JSON each',
  options: { ...SCENARIO_OPTIONS, over: 'texts', seeds: 'count', stdin: 'flag', steps: 'count' },
  async run(args, io) {
    const say = await sayIn(languageFrom(args), scenarioFrom(args.words).system);
    const session = newSession(io);
    let stopped = false;
    io.onInterrupt(() => {
      stopped = true;
    });
    const sweeping = { session, ...scenarioFrom(args.words), steps: args.count('steps'), say };
    const set = (await settingsOf(session, args)) ?? {};
    if (args.has('stdin')) {
      if (args.texts('over').length > 0 || args.has('seeds')) {
        throw new UsageError('--stdin has its points from standard input: leave out --over and --seeds');
      }
      return filter(sweeping, set, args.count('seed'), io, () => stopped);
    }
    const axes = args.texts('over').map(axisFrom);
    if (axes.length === 0) throw new UsageError('over what? Say --over NAME=A..B/STEP, or --stdin');
    const seeds = seedsFrom(args.count('seeds'), args.count('seed'));
    const points = axes.reduce((sum, axis) => sum * axis.values.length, seeds.length);
    if (points > MAX_POINTS) throw new UsageError(`${points} points; ${MAX_POINTS} is the most`);
    let code: ExitCode = 0;
    for (const point of product(axes)) {
      for (const seed of seeds) {
        if (stopped) return 1;
        try {
          const answer = await measured(sweeping, { ...set, ...point }, point, seed);
          // A point that was stopped half-way is no answer.
          if (stopped) return 1;
          printJson(answer, io);
        } catch (error) {
          if (stopped || error instanceof UsageError || error instanceof Refusal) throw error;
          code = 3;
          printJson({ point, seed, fault: faultLine(error) }, io);
        }
      }
    }
    return code;
  },
};

async function measured(
  { session, system, scenario, steps, say }: Sweeping,
  params: Settings,
  point: Settings,
  seed: number | undefined,
) {
  const opened = await session.open({
    system,
    scenario,
    params,
    ...(seed === undefined ? {} : { seed }),
  });
  const { halt } = await session.advance(steps ?? opened.head.scenario.steps);
  const { steps: ran, properties } = await session.summary();
  const findings: Findings | null = await session.experiment();
  return {
    point,
    seed: opened.frame.seed,
    verdicts: properties,
    steps: ran,
    ...(halt ? { stopped: say(halt) } : {}),
    ...(findings ? { metrics: findings.metrics } : {}),
  };
}

/** One answer for each line: a JSON object of settings (`seed` beside them), or NAME=VALUE words. */
async function filter(
  sweeping: Sweeping,
  set: Settings,
  seed: number | undefined,
  io: Io,
  stopped: () => boolean,
): Promise<ExitCode> {
  let code: ExitCode = 0;
  for await (const line of io.lines()) {
    if (stopped()) return 1;
    if (line.trim() === '') continue;
    try {
      const { seed: own, ...point } = pointFrom(line);
      const pointSeed = own === undefined ? seed : checkedSeed(Number(own));
      const answer = await measured(sweeping, { ...set, ...point }, point, pointSeed);
      if (stopped()) return 1;
      printJson(answer, io);
    } catch (error) {
      const isInput = error instanceof UsageError || error instanceof Refusal;
      if (code !== 3) code = isInput ? 2 : 3;
      if (!isInput) printJson({ fault: faultLine(error), line }, io);
      else
        printJson({ error: error instanceof Refusal ? sweeping.say(error.text) : error.message, line }, io);
    }
  }
  return code;
}

function pointFrom(line: string): Record<string, string | number> {
  if (!line.trimStart().startsWith('{')) return settingsFrom(line.trim().split(/\s+/));
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new UsageError('a point is a JSON object or NAME=VALUE words');
  }
  const point = value as Record<string, unknown>;
  for (const [name, one] of Object.entries(point)) {
    if (typeof one !== 'string' && typeof one !== 'number') {
      throw new UsageError(`${name} must be text or a number`);
    }
  }
  return point as Record<string, string | number>;
}

interface Axis {
  readonly name: string;
  readonly values: readonly (string | number)[];
}

function axisFrom(over: string): Axis {
  const equals = over.indexOf('=');
  if (equals < 1) throw new UsageError(`--over is NAME=A..B/STEP or NAME=V,V,..., not '${over}'`);
  const name = over.slice(0, equals);
  const range = over.slice(equals + 1);
  const match = /^(\d+)\.\.(\d+)(?:\/(\d+))?$/.exec(range);
  if (!match) return { name, values: range.split(',') };
  const [from, to, step] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 1)];
  if (step === 0 || to < from) throw new UsageError(`--over ${over}: nothing is in that range`);
  if ((to - from) / step > MAX_POINTS) throw new UsageError(`--over ${over}: too many points`);
  return {
    name,
    values: Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, i) => from + i * step),
  };
}

function seedsFrom(count: number | undefined, seed: number | undefined): readonly (number | undefined)[] {
  if (count === undefined) return [seed];
  if (count === 0 || count > MAX_POINTS) throw new UsageError('--seeds is how many: 1, 2, 3, ...');
  const first = seed ?? 1;
  return Array.from({ length: count }, (_, index) => first + index);
}

/** Every combination, the last axis fastest. */
function product(axes: readonly Axis[]): readonly Settings[] {
  return axes.reduce<readonly Settings[]>(
    (points, { name, values }) =>
      points.flatMap((point) => values.map((value) => ({ ...point, [name]: value }))),
    [{}],
  );
}
