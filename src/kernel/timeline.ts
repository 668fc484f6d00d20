// A run with everything that was tried in it: a tree of choices, sparse checkpoints of moments, and a verdict a step a
// property. Acting in the past begins another try; nothing is ever cut off. Going anywhere is the nearest checkpoint
// at or before, through parents, and a replay of a few milliseconds. The clock only decides where checkpoints stand.

import { assert, present } from '../base/assert.ts';
import { Checkpoints, SPACING_MS } from './checkpoints.ts';
import { ByteColumn, IntColumn } from './columns.ts';
import type { Job, JobFinder } from './job.ts';
import type { Action, Model } from './model.ts';
import type { Moment } from './moment.ts';
import { firstMoment, nextMoment, picked } from './moment.ts';
import type { Verdict } from './property.ts';
import { verdictAt } from './property.ts';
import type { SchedulerSpec } from './scheduler.ts';
import type { Place, Try } from './tries.ts';
import { Tries } from './tries.ts';

/** Something carried along the run beside the state: a pure fold over its steps. */
export interface Fold<S, A extends Action, N> {
  start(first: Moment<S>): N;
  step(note: N, before: Moment<S>, action: A, after: Moment<S>): N;
}

export interface TimelineOptions<S, A extends Action, N> {
  readonly model: Model<S, A>;
  readonly seed: number;
  readonly scheduler: SchedulerSpec;
  readonly fold: Fold<S, A, N>;
  /** Results of the jobs that actions stand for. */
  readonly results: JobFinder;
  /** Milliseconds, from anywhere. */
  readonly clock: () => number;
}

/** A moment and what was folded up to it. */
export interface Stand<S, N> {
  readonly moment: Moment<S>;
  readonly note: N;
}

/** One step, with both its ends. */
export interface Taken<S, A extends Action, N> {
  readonly before: Stand<S, N>;
  readonly action: A;
  readonly after: Stand<S, N>;
}

/** The replay cannot go on without this job's bytes: compute them, put them where the timeline looks, ask again. */
export class JobNeeded extends Error {
  readonly job: Job;

  constructor(job: Job) {
    super(`needs the result of a ${job.kind} job`);
    this.name = 'JobNeeded';
    this.job = job;
  }
}

interface Line<S, N> {
  readonly checkpoints: Checkpoints<Stand<S, N>>;
  /** Cost of what was run since its last checkpoint. */
  sinceMs: number;
  tip: Stand<S, N>;
  /** One byte a property a own step; the first try also has the start's. */
  readonly verdicts: ByteColumn;
  readonly actors: IntColumn;
  /** First step of the path, by property, at which it is violated or reached; -1 where never. */
  readonly firstFlips: number[];
}

const VERDICTS: readonly Verdict[] = [
  'open',
  'holds',
  'violated',
  'reached',
  'not reached',
  'does not apply',
];
const isFlip = (verdict: Verdict): boolean => verdict === 'violated' || verdict === 'reached';

/** Places kept at hand beside the checkpoints: the ends of the step on screen, and where the last walk was. */
const AT_HAND = 4;

export class Timeline<S, A extends Action, N> {
  readonly tries = new Tries();
  readonly actorIds: string[] = [];
  private readonly options: TimelineOptions<S, A, N>;
  private readonly lines: Line<S, N>[] = [];
  private readonly atHand: { readonly place: Place; readonly stand: Stand<S, N> }[] = [];
  private readonly actorIndex = new Map<string, number>();
  private enabledFor: { readonly state: S; readonly actions: readonly A[] } | null = null;

  constructor(options: TimelineOptions<S, A, N>) {
    this.options = options;
    const first = firstMoment(options.model, options.seed);
    const start = { moment: first, note: options.fold.start(first) };
    const line = this.newLine(
      start,
      options.model.properties.map(() => -1),
    );
    line.checkpoints.add(0, start);
    this.judge(line, 0, first.state);
  }

  length(id: number): number {
    return this.tries.length(id);
  }

  /** The moment at a place. Throws JobNeeded where a job's result is missing on the way. */
  at(place: Place): Stand<S, N> {
    const to = this.tries.home(place);
    assert(to.step >= 0 && to.step <= this.length(to.try), `no step ${to.step} in try ${to.try}`);
    let from = this.nearest(to);
    const { clock } = this.options;
    let stand = from.stand;
    let began = clock();
    for (const part of this.tries.stretches(to.try, from.place.step, to.step)) {
      const checkpoints = this.line(part.try.id).checkpoints;
      for (let step = part.from; step < part.to; step++) {
        from = { place: { try: part.try.id, step }, stand };
        try {
          stand = this.replay(part.try, stand);
        } catch (error) {
          this.keep(from.place, from.stand);
          throw error;
        }
        if (clock() - began > 2 * SPACING_MS) {
          checkpoints.add(step + 1, stand);
          began = clock();
        }
      }
    }
    if (from.place.step < to.step) this.keep(from.place, from.stand);
    this.keep(to, stand);
    return stand;
  }

  /** The step that led to a place (not the start). */
  stepTo(place: Place): Taken<S, A, N> {
    const before = this.at({ try: place.try, step: place.step - 1 });
    const after = this.at(place);
    const key = present(this.tries.keyAfter({ try: place.try, step: place.step - 1 }), 'the step before');
    return {
      before,
      action: present(
        this.enabled(before).find((a) => a.key === key),
        key,
      ),
      after,
    };
  }

  enabled(at: Stand<S, N>): readonly A[] {
    const { state } = at.moment;
    if (this.enabledFor === null || this.enabledFor.state !== state) {
      this.enabledFor = { state, actions: this.options.model.enabled(state) };
    }
    return this.enabledFor.actions;
  }

  /** Index of the scheduler's pick, or -1 where the run rests. */
  pick(at: Stand<S, N>): number {
    const { model, seed, scheduler } = this.options;
    return picked(model, seed, scheduler, at.moment, this.enabled(at));
  }

  /**
   * Takes the action with this key: along a line that exists already, else at the end of this try, else as a new try.
   * `taken` is null where the step was there already. The whole is null where the key is not enabled.
   */
  choose(at: Place, key: string): { readonly place: Place; readonly taken: Taken<S, A, N> | null } | null {
    const known = this.tries.known(at, key);
    if (known) return { place: known, taken: null };
    const stand = this.at(at);
    const rank = this.enabled(stand).findIndex((action) => action.key === key);
    if (rank < 0) return null;
    return this.extend(at, stand, rank, this.pick(stand) === rank);
  }

  /** The scheduler's next step at the tip of a try; null where the run rests. */
  schedule(id: number): { readonly place: Place; readonly taken: Taken<S, A, N> | null } | null {
    const { tip } = this.line(id);
    const rank = this.pick(tip);
    return rank < 0 ? null : this.extend({ try: id, step: tip.moment.step }, tip, rank, true);
  }

  tip(id: number): Stand<S, N> {
    return this.line(id).tip;
  }

  verdict(place: Place, property: number): Verdict {
    const { try: id, step } = this.tries.home(place);
    const offset = id === 0 ? step : step - this.tries.get(id).start - 1;
    const row = offset * this.options.model.properties.length + property;
    return VERDICTS[this.line(id).verdicts.at(row)] as Verdict;
  }

  /** Over the path up to the place: a violation or a reaching is never undone. */
  soFar(place: Place, property: number): Verdict {
    const flip = this.firstFlip(place.try, property);
    return this.verdict(
      flip !== null && flip <= place.step ? { try: place.try, step: flip } : place,
      property,
    );
  }

  /** First step of a try's whole path at which the property is violated or reached. */
  firstFlip(id: number, property: number): number | null {
    const step = this.line(id).firstFlips[property] ?? -1;
    return step < 0 ? null : step;
  }

  /** Index in `actorIds` of who acted in the step that led here. */
  actorOf(place: Place): number {
    const { try: id, step } = this.tries.home(place);
    return this.line(id).actors.at(step - this.tries.get(id).start - 1);
  }

  /** How many checkpoints there are, for tests and measurements. */
  get checkpointCount(): number {
    return this.lines.reduce((sum, line) => sum + line.checkpoints.count, 0);
  }

  private line(id: number): Line<S, N> {
    return present(this.lines[id], `try ${id}`);
  }

  private newLine(tip: Stand<S, N>, firstFlips: number[]): Line<S, N> {
    const line: Line<S, N> = {
      checkpoints: new Checkpoints(),
      sinceMs: 0,
      tip,
      verdicts: new ByteColumn(),
      actors: new IntColumn(),
      firstFlips,
    };
    this.lines.push(line);
    return line;
  }

  private extend(at: Place, before: Stand<S, N>, rank: number, isDefault: boolean) {
    const { clock } = this.options;
    const began = clock();
    const action = this.enabled(before)[rank] as A;
    const after = this.step(before, action);
    const isTip = at.step === this.length(at.try);
    const record = isTip ? this.tries.get(at.try) : this.fork(at, before);
    const line = this.line(record.id);
    record.keys.push(action.key);
    record.ranks.push(rank * 2 + (isDefault ? 1 : 0));
    line.actors.push(this.actorNumber(action.actor));
    line.tip = after;
    const place = { try: record.id, step: at.step + 1 };
    this.judge(line, place.step, after.moment.state);
    line.sinceMs += clock() - began;
    if (line.sinceMs > SPACING_MS) {
      line.checkpoints.add(place.step, after);
      line.sinceMs = 0;
    }
    this.keep(this.tries.home(at), before);
    this.keep(place, after);
    return { place, taken: { before, action, after } };
  }

  private fork(at: Place, stand: Stand<S, N>): Try {
    const record = this.tries.add(at);
    const parent = present(record.parent, 'a fork has a parent');
    const flips = this.line(parent.try).firstFlips.map((step) => (step <= parent.step ? step : -1));
    this.newLine(stand, flips).checkpoints.add(parent.step, stand);
    return record;
  }

  private step(before: Stand<S, N>, action: A): Stand<S, N> {
    const { model, seed, fold, results } = this.options;
    const job = model.job?.(before.moment.state, action);
    let result: Uint8Array | undefined;
    if (job) {
      result = results.find(job);
      if (!result) throw new JobNeeded(job);
    }
    const moment = nextMoment(model, seed, before.moment, action, result);
    return { moment, note: fold.step(before.note, before.moment, action, moment) };
  }

  /** One known step again; the rank kept when it was first taken saves looking for its key. */
  private replay(record: Try, before: Stand<S, N>): Stand<S, N> {
    const index = before.moment.step - record.start;
    const key = record.keys[index];
    const action = this.enabled(before)[record.ranks.at(index) >> 1];
    if (action?.key !== key) {
      throw new Error(
        `replay of try ${record.id} differs at step ${before.moment.step + 1}: ${action?.key} in place of ${key}; ` +
          'does enabled() or next() read anything but the state?',
      );
    }
    return this.step(before, action as A);
  }

  private judge(line: Line<S, N>, step: number, state: S): void {
    this.options.model.properties.forEach((property, index) => {
      const verdict = verdictAt(property, state);
      line.verdicts.push(VERDICTS.indexOf(verdict));
      if (isFlip(verdict) && (line.firstFlips[index] as number) < 0) line.firstFlips[index] = step;
    });
  }

  private actorNumber(actor: string): number {
    const known = this.actorIndex.get(actor);
    if (known !== undefined) return known;
    this.actorIds.push(actor);
    this.actorIndex.set(actor, this.actorIds.length - 1);
    return this.actorIds.length - 1;
  }

  /** The last moment kept at or before a place, on the way to it. */
  private nearest(to: Place): { readonly place: Place; readonly stand: Stand<S, N> } {
    let limit = to.step;
    for (
      let record = this.tries.get(to.try);
      ;
      record = this.tries.get(present(record.parent, 'start').try)
    ) {
      const line = this.line(record.id);
      const checkpoint = line.checkpoints.before(limit);
      let best = checkpoint && { place: { try: record.id, step: checkpoint.step }, stand: checkpoint.value };
      const tipStep = line.tip.moment.step;
      if (tipStep <= limit && tipStep > (best?.place.step ?? -1)) {
        best = { place: { try: record.id, step: tipStep }, stand: line.tip };
      }
      for (const near of this.atHand) {
        const { place } = near;
        if (place.try === record.id && place.step <= limit && place.step > (best?.place.step ?? -1))
          best = near;
      }
      if (best) return best;
      limit = Math.min(limit, record.start);
    }
  }

  private keep(place: Place, stand: Stand<S, N>): void {
    const old = this.atHand.findIndex(
      (near) => near.place.try === place.try && near.place.step === place.step,
    );
    if (old >= 0) this.atHand.splice(old, 1);
    else if (this.atHand.length === AT_HAND) this.atHand.shift();
    this.atHand.push({ place, stand });
  }
}
