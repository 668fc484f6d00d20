// One open run: a system at some settings with its timeline of tries. The chips that stand at the lanes are folded
// along with the states, so that a window opened anywhere knows what stood there.

import type { Text } from '../base/text.ts';
import type { JobFinder } from '../kernel/job.ts';
import type { Action, Model } from '../kernel/model.ts';
import type { Moment } from '../kernel/moment.ts';
import type { Verdict } from '../kernel/property.ts';
import { atEnd } from '../kernel/property.ts';
import type { Chip, Claim, Mark, Params, Scenario, System } from '../kernel/system.ts';
import { schedulerOf } from '../kernel/system.ts';
import type { Taken } from '../kernel/timeline.ts';
import { Timeline } from '../kernel/timeline.ts';
import type { Place } from '../kernel/tries.ts';
import type { Cursor } from './frame.ts';
import { scenarioParams } from './params.ts';

export type Chips = readonly Chip[];

export interface RunOptions {
  readonly system: System;
  readonly scenario: Scenario;
  readonly params: Params;
  readonly seed: number;
  readonly results: JobFinder;
  readonly clock: () => number;
}

/** The first steps of a try that are kept in words. */
const FIRST_SENTENCES = 3;

export class Run {
  readonly system: System;
  readonly scenario: Scenario;
  readonly params: Params;
  readonly seed: number;
  readonly model: Model;
  readonly timeline: Timeline<unknown, Action, Chips>;
  readonly options: RunOptions;
  cursor: Cursor = { try: 0, step: 0 };
  /** Keys of the scenario's default run, as far as they were asked for. */
  defaultKeys: readonly string[] | null = null;
  private lastMark: { readonly before: unknown; readonly after: unknown; readonly mark: Mark } | null = null;
  private readonly firsts = new Map<number, Text[]>();
  private readonly rests = new Map<number, { readonly length: number; readonly over: boolean }>();

  constructor(options: RunOptions) {
    const { system, scenario, params, seed, results, clock } = options;
    this.options = options;
    this.system = system;
    this.scenario = scenario;
    this.params = params;
    this.seed = seed;
    this.model = system.model(params, seed);
    this.timeline = new Timeline<unknown, Action, Chips>({
      model: this.model,
      seed,
      scheduler: schedulerOf(scenario, params),
      results,
      clock,
      fold: {
        start: (first: Moment) => system.start(params, first.state),
        step: (chips, before, action, after) =>
          withChips(chips, this.mark(before.state, action, after.state).chips),
      },
    });
  }

  /** What a step leaves on the lanes. The fold makes it first and a window asks right after: the last one is kept. */
  mark(before: unknown, action: Action, after: unknown): Mark {
    const last = this.lastMark;
    if (last && last.before === before && last.after === after) return last.mark;
    const mark = this.system.mark(before, action, after, this.params);
    this.lastMark = { before, after, mark };
    return mark;
  }

  /** The same scenario and seed at other settings, with nothing chosen yet. */
  under(params: Params): Run {
    return new Run({ ...this.options, params });
  }

  get defaults(): Params {
    return scenarioParams(this.system, this.scenario);
  }

  length(id: number): number {
    return this.timeline.length(id);
  }

  /** Takes the action with this key; null where it is not enabled. */
  choose(at: Cursor, key: string): Cursor | null {
    const chosen = this.timeline.choose(at, key);
    if (!chosen) return null;
    this.note(chosen.place, chosen.taken);
    return chosen.place;
  }

  /** Takes the enabled action of this rank; null where there is none. */
  chooseRank(at: Cursor, rank: number): Cursor | null {
    const action = this.timeline.enabled(this.timeline.at(at))[rank];
    return action ? this.choose(at, action.key) : null;
  }

  /** One step on: along the try's own future, else the scheduler's pick; null where the run rests. */
  advance(at: Cursor): Cursor | null {
    if (at.step < this.length(at.try)) return { try: at.try, step: at.step + 1 };
    const next = this.timeline.schedule(at.try);
    if (!next) return null;
    this.note(next.place, next.taken);
    return next.place;
  }

  /** First steps of a try in words. */
  firstSentences(id: number): readonly Text[] {
    return this.firsts.get(id) ?? [];
  }

  /** Nothing is left to happen by itself at the try's last step. */
  isOver(id: number): boolean {
    const length = this.length(id);
    const known = this.rests.get(id);
    if (known?.length === length) return known.over;
    const enabled = this.timeline.enabled(this.timeline.tip(id));
    const over = enabled.every((action) => this.model.faults?.has(action.kind) ?? false);
    this.rests.set(id, { length, over });
    return over;
  }

  /** Verdicts at a place, by property. */
  verdicts(at: Place): readonly Verdict[] {
    return this.model.properties.map((_, index) => this.timeline.verdict(at, index));
  }

  /** How the run up to a place is judged, as if it ended there. */
  judged(at: Place): Readonly<Record<string, Claim>> {
    const out: Record<string, Claim> = {};
    this.model.properties.forEach(({ name }, index) => {
      out[name] = atEnd(this.timeline.soFar(at, index)) as Claim;
    });
    return out;
  }

  private note({ try: id, step }: Place, taken: Taken<unknown, Action, Chips> | null): void {
    if (!taken || step - this.timeline.tries.get(id).start > FIRST_SENTENCES) return;
    const { before, action, after } = taken;
    const { sentence } = this.system.narrate(before.moment.state, action, after.moment.state, this.params);
    const list = this.firsts.get(id) ?? [];
    list.push(sentence);
    this.firsts.set(id, list);
  }
}

/** A chip stands at its actor until another replaces it. */
function withChips(standing: Chips, added: Chips): Chips {
  if (added.length === 0) return standing;
  const byActor = new Map(standing.map((chip) => [chip.actor, chip]));
  for (const chip of added) byActor.set(chip.actor, chip);
  return [...byActor.values()];
}
