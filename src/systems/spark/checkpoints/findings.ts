// What checkpoints cost against what they save, as findings: the measured curve beside the square-root rule. Young's rule
// has the least cost where the time between two checkpoints is the square root of 2 x cost of one x time between failures,
// and supposes that a failure loses all since the last one; lineage loses the dead worker's share alone.

import { textOfUtf8 } from '../../../base/bytes.ts';
import { about } from '../../../base/numbers.ts';
import type { Text } from '../../../base/text.ts';
import { text } from '../../../base/text.ts';
import type { Experiment, Figure, Findings, Params, Plot, Scenario } from '../../../contract/system.ts';
import type { CheckpointInput, Checkpoints, Every } from './measure.ts';
import { CHECKPOINTS, EVERY, ROUNDS } from './measure.ts';
import { smallRun } from './small.ts';

const AXIS = 'checkpointEvery';

/** With one worker nobody is left to go on. */
const LEAST_WORKERS = 2;

export async function checkpointsExperiment(
  scenario: Scenario,
  params: Params,
  seed: number,
): Promise<Experiment> {
  const small = await smallRun(scenario, params, seed);
  const workers = Math.max(LEAST_WORKERS, Number(params.workers));
  return {
    job: { kind: CHECKPOINTS, input: { workers, seed } satisfies CheckpointInput },
    read: (bytes) => ({
      ...findingsOf(
        JSON.parse(textOfUtf8(bytes) ?? '{}') as Checkpoints,
        Number(params[AXIS]),
        Number(params.deathEvery),
      ),
      small,
    }),
  };
}

const mean = (values: readonly number[]): number => values.reduce((sum, n) => sum + n, 0) / values.length;
const percent = (n: number): number => Math.round(10 * n) / 10;

/** Of one interval, in percent of the work without checkpoints or deaths. */
interface Cost {
  readonly every: number;
  readonly written: number;
  readonly again: number;
  /** Lowest and highest, by the moment of the death. */
  readonly least: number;
  readonly most: number;
  /** Tasks that a death costs, in the mean. */
  readonly perDeath: number;
}

function costOf({ every, tasks, again }: Every, work: number, deathEvery: number): Cost {
  const more = again.map(([, n]) => n);
  const share = (n: number): number => percent((100 * (tasks / deathEvery) * n) / work);
  return {
    every,
    written: percent((100 * (tasks - work)) / work),
    again: share(mean(more)),
    least: share(Math.min(...more)),
    most: share(Math.max(...more)),
    perDeath: percent(mean(more)),
  };
}

/** The rule's figures: tasks of a round and of a checkpoint, and where it has the least cost. */
export function ruleOf({ workers, measured }: Checkpoints, deathEvery: number) {
  const work = measured.at(-1)?.tasks ?? 1;
  const checkpoint = ((measured[0]?.tasks ?? work) - work) / (ROUNDS - 1);
  const round = workers;
  const best = (lost: number): number => Math.sqrt((2 * checkpoint * deathEvery) / lost) / round;
  const cost = (every: number, lost: number): number =>
    percent(100 * (checkpoint / (every * round) + (lost * every * round) / (2 * deathEvery)));
  return { work, checkpoint, round, share: 1 / workers, best, cost };
}

export function findingsOf(found: Checkpoints, every: number, deathEvery: number): Findings {
  const { measured, workers } = found;
  const rule = ruleOf(found, deathEvery);
  const costs = measured.map((one) => costOf(one, rule.work, deathEvery));
  const sum = ({ written, again }: Cost): number => percent(written + again);
  const best = costs.reduce((a, b) => (sum(b) < sum(a) ? b : a));
  const wanted = every === 0 ? ROUNDS : Math.min(every, ROUNDS);
  const here = costs.reduce((a, b) => (Math.abs(b.every - wanted) < Math.abs(a.every - wanted) ? b : a));
  const args = {
    every: here.every,
    workers,
    deathEvery,
    total: about(sum(here)),
    written: about(here.written),
    again: about(here.again),
    perDeath: about(here.perDeath),
    best: best.every,
    bestTotal: about(sum(best)),
    all: about(rule.best(1)),
    share: about(rule.best(rule.share)),
    checkpoint: about(rule.checkpoint),
    round: rule.round,
    first: about(costs[0]?.perDeath ?? 0),
    last: about(costs.at(-1)?.perDeath ?? 0),
  };
  return {
    metrics: {
      overheadPercent: sum(here),
      writtenPercent: here.written,
      againPercent: here.again,
      tasksPerDeath: here.perDeath,
      bestRounds: best.every,
      ruleRounds: rule.best(1),
      ruleLineageRounds: rule.best(rule.share),
    },
    answer: text('checkpoint-interval.answer', args),
    here: text(
      `checkpoint-interval.here.${sum(here) <= 1.1 * sum(best) ? 'good' : here.every < best.every ? 'often' : 'rare'}`,
      args,
    ),
    figures: [figure('overhead', args.total), figure('written', args.written), figure('again', args.again)],
    fix: null,
    plots: [costPlot(), partsPlot(), reachPlot()],
    fill: { of: text('checkpoint-interval.followed', args), x: { span: 1, unit: NONE }, boxes: [], back: [] },
  };

  function costPlot(): Plot {
    return {
      ...plot('cost', args),
      now: 'measured',
      here: wanted,
      axis: { name: AXIS, times: 1, min: 1, max: ROUNDS },
      series: [
        {
          ...series(
            'measured',
            costs.map((one) => [one.every, sum(one)]),
          ),
          band: costs.map(
            ({ every: k, written, least, most }) =>
              [k, percent(written + least), percent(written + most)] as const,
          ),
        },
        series(
          'lineage',
          EVERY.map((k) => [k, rule.cost(k, rule.share)]),
        ),
        series(
          'all',
          EVERY.map((k) => [k, rule.cost(k, 1)]),
        ),
      ],
    };
  }

  function partsPlot(): Plot {
    return {
      ...plot('parts', args),
      series: [
        series(
          'written',
          costs.map((one) => [one.every, one.written]),
        ),
        series(
          'again',
          costs.map((one) => [one.every, one.again]),
        ),
      ],
    };
  }

  /** What a death costs by its moment: it rises with the rounds since the last checkpoint. */
  function reachPlot(): Plot {
    const of = (k: number): readonly (readonly [number, number])[] =>
      measured.find((one) => one.every === k)?.again ?? [];
    return {
      ...plot('reach', args),
      x: axis('reach.x'),
      y: axis('reach.y'),
      series: [
        series('here', of(here.every)),
        ...(here.every === ROUNDS ? [] : [series('none', of(ROUNDS))]),
      ],
    };
  }
}

const NONE = text('checkpoint-interval.unit.none');
const PERCENT = text('checkpoint-interval.unit.percent');

const axis = (key: string, unit = NONE): Plot['x'] => ({
  label: text(`checkpoint-interval.plot.${key}`),
  unit,
  scale: 'linear',
});

type Head = Pick<Plot, 'id' | 'tab' | 'title' | 'x' | 'y'>;
const plot = (id: string, args: Readonly<Record<string, string | number>>): Head => ({
  id,
  tab: text(`checkpoint-interval.plot.${id}.tab`),
  title: text(`checkpoint-interval.plot.${id}`, args),
  x: { ...axis('x'), scale: 'log' },
  y: axis('y', PERCENT),
});

const series = (id: string, points: readonly (readonly [number, number])[]): Plot['series'][number] => ({
  id,
  label: text(`checkpoint-interval.line.${id}`),
  points,
});

const figure = (id: string, n: string): Figure => ({
  id,
  label: text(`checkpoint-interval.figure.${id}`),
  value: said(n),
  fixed: null,
});
const said = (n: string): Text => text('checkpoint-interval.figure.value', { n });
