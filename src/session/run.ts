// One open run: a system at some settings with its timeline of tries. The chips that stand at the lanes are folded
// along with the states, so that a window opened anywhere knows what stood there.

import { Refusal } from '../base/result.ts';
import type { Text } from '../base/text.ts';
import { DEFAULT_SEED, differing, scenarioParams } from '../contract/settings.ts';
import type { Chip, Claim, Mark, Params, Scenario, System } from '../contract/system.ts';
import { schedulerOf } from '../contract/system.ts';
import type { JobFinder } from '../kernel/job.ts';
import type { Action, Model } from '../kernel/model.ts';
import type { Moment } from '../kernel/moment.ts';
import type { Verdict } from '../kernel/property.ts';
import { atEnd } from '../kernel/property.ts';
import { TooMuch } from '../timeline/bounds.ts';
import type { TimelineOptions } from '../timeline/timeline.ts';
import { Timeline } from '../timeline/timeline.ts';
import type { Place } from '../timeline/tries.ts';
import type { Cursor } from './frame.ts';
import { refused, sessionText } from './session-text.ts';

export type Chips = readonly Chip[];

export interface RunOptions {
  /** Its name in answers, saves and storage. */
  readonly id: string;
  readonly system: System;
  readonly scenario: Scenario;
  readonly params: Params;
  readonly seed: number;
  readonly results: JobFinder;
  readonly clock: () => number;
}

export class Run {
  readonly id: string;
  readonly system: System;
  readonly scenario: Scenario;
  readonly params: Params;
  readonly seed: number;
  readonly model: Model;
  readonly timeline: Timeline<unknown, Action, Chips>;
  cursor: Cursor = { try: 0, step: 0 };
  private lastMark: { readonly before: unknown; readonly after: unknown; readonly mark: Mark } | null = null;
  private readonly halts = new Map<string, Text>();
  /** The sentences that name a try, by where and for whom (tries-of.ts). */
  readonly named = new Map<string, readonly Text[]>();
  private readonly rests = new Map<number, { readonly length: number; readonly over: boolean }>();

  constructor(options: RunOptions) {
    const { id, system, scenario, params, seed, results, clock } = options;
    this.id = id;
    this.system = system;
    this.scenario = scenario;
    this.params = params;
    this.seed = seed;
    this.model = system.model(params, seed);
    this.timeline = opened({
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

  /** The tables of words that it speaks from. */
  get words(): readonly string[] {
    return ['card', ...this.system.words];
  }

  get defaults(): Params {
    return scenarioParams(this.system, this.scenario);
  }

  /** These beside the scenario's own, and its seed: what a question is about. */
  isUnder(settings: Params): boolean {
    const named = { ...this.defaults, ...settings };
    return this.seed === DEFAULT_SEED && Object.keys(differing(named, this.params)).length === 0;
  }

  length(id: number): number {
    return this.timeline.length(id);
  }

  /** Takes the action with this key; null where it is not enabled. Refuses where what may be held is the reason. */
  choose(at: Cursor, key: string): Cursor | null {
    const chosen = this.take(at, key);
    const halt = chosen ? null : this.halt(at);
    if (halt) throw new Refusal(halt);
    return chosen;
  }

  /** The same, without a word; `halt` has it. */
  take(at: Cursor, key: string): Cursor | null {
    const chosen = this.bounded(at, () => this.timeline.choose(at, key));
    if (!chosen) return null;
    return chosen.place;
  }

  /** Takes the enabled action of this rank; null where there is none. */
  chooseRank(at: Cursor, rank: number): Cursor | null {
    const action = this.timeline.enabled(this.timeline.at(at))[rank];
    return action ? this.take(at, action.key) : null;
  }

  /** One step on: along the try's own future, else the scheduler's pick; null where the run rests or is halted. */
  advance(at: Cursor): Cursor | null {
    if (at.step < this.length(at.try)) return { try: at.try, step: at.step + 1 };
    const next = this.bounded(at, () => this.timeline.schedule(at.try));
    if (!next) return null;
    return next.place;
  }

  /** Why the step asked for last at this place was not taken, where what may be held is the reason. */
  halt(at: Cursor): Text | null {
    return this.halts.get(placeName(this.timeline.tries.home(at))) ?? null;
  }

  private bounded<T>(at: Cursor, extend: () => T): T | null {
    const place = placeName(this.timeline.tries.home(at));
    try {
      this.halts.delete(place);
      return extend();
    } catch (error) {
      if (!(error instanceof TooMuch)) throw error;
      const { what, most } = error;
      this.halts.set(place, sessionText(`session.too-much.${what}`, { step: at.step + 1, most: inMb(most) }));
      return null;
    }
  }

  /** Nothing is left to happen by itself at the try's last step. */
  isOver(id: number): boolean {
    const length = this.length(id);
    const known = this.rests.get(id);
    if (known?.length === length) return known.over;
    const over = this.timeline.pick(this.timeline.tip(id)) < 0;
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
}

const inMb = (bytes: number): number => Math.floor(bytes / 2 ** 20);
const placeName = ({ try: id, step }: Place): string => `${id} ${step}`;

/** A timeline, where its first state is not too large. */
function opened(options: TimelineOptions<unknown, Action, Chips>): Timeline<unknown, Action, Chips> {
  try {
    return new Timeline(options);
  } catch (error) {
    if (!(error instanceof TooMuch)) throw error;
    throw refused('session.too-much.settings', { most: inMb(error.most) });
  }
}

/** A chip stands at its actor until another replaces it. */
function withChips(standing: Chips, added: Chips): Chips {
  if (added.length === 0) return standing;
  const byActor = new Map(standing.map((chip) => [chip.actor, chip]));
  for (const chip of added) byActor.set(chip.actor, chip);
  return [...byActor.values()];
}
