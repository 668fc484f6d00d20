// A run with everything that was tried in it: a tree of choices, sparse checkpoints of moments, and a verdict a step a
// property. Acting in the past begins another try; nothing is ever cut off. Going anywhere is the nearest checkpoint
// at or before, through parents, and a replay of a few milliseconds. The clock only decides where checkpoints stand.

import { assert, present } from '../base/assert.ts';
import { ByteColumn, IntColumn } from '../base/columns.ts';
import { bytesBeside, bytesGrown, bytesOf } from '../base/content-bytes.ts';
import type { Job, JobFinder, JobResults } from '../kernel/job.ts';
import type { Action, Model } from '../kernel/model.ts';
import type { Moment } from '../kernel/moment.ts';
import { firstMoment, nextMoment } from '../kernel/moment.ts';
import type { Verdict } from '../kernel/property.ts';
import { verdictAt } from '../kernel/property.ts';
import type { SchedulerSpec } from '../kernel/scheduler.ts';
import { picked } from '../kernel/scheduler.ts';
import type { Bounds } from './bounds.ts';
import { BOUNDS, PENDING_BYTES, TooMuch } from './bounds.ts';
import { Checkpoints, SPACING_MS } from './checkpoints.ts';
import { NOTHING_OBSERVED, observeEnd, observeMoment } from './observed.ts';
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
  /** How much it may hold. */
  readonly bounds?: Bounds;
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
  /** Jobs of what goes on beside it. */
  readonly beside: readonly Job[];
  /** Where to look for what they read and no job made. */
  readonly given: JobResults;

  constructor(job: Job, beside: readonly Job[], given: JobResults) {
    super(`needs the result of a ${job.kind} job`);
    this.name = 'JobNeeded';
    this.job = job;
    this.beside = beside;
    this.given = given;
  }
}

const neededBy = <S>(model: Model<S>, state: S, job: Job): JobNeeded =>
  new JobNeeded(job, model.running?.(state) ?? [], { get: (address) => model.given?.(address) });

/** The first and the last of some steps, and how many spans of steps next to each other they are. */
export interface Shown {
  readonly first: number;
  readonly last: number;
  readonly spans: number;
}

/** Steps next to each other, both ends included. */
interface Span {
  readonly from: number;
  to: number;
}

interface Line<S, N> {
  readonly checkpoints: Checkpoints<Stand<S, N>>;
  /** Cost of what was run since its last checkpoint. */
  sinceMs: number;
  tip: Stand<S, N>;
  /** One byte a property a own step; the first try also has the start's. */
  readonly verdicts: ByteColumn;
  /** What could be observed from the start up to each own step; the first try also has the start's. */
  readonly observed: IntColumn;
  /** What the state holds after each own step; the first try also has the start's. */
  readonly bytes: IntColumn;
  readonly actors: IntColumn;
  /** By property, the spans of own steps in which it is violated or reached. */
  readonly spans: readonly Span[][];
}

/** A moment kept for itself, and the try whose path it is on. */
interface Near<S, N> {
  readonly try: number;
  readonly stand: Stand<S, N>;
}

const VERDICTS: readonly Verdict[] = [
  'open',
  'holds',
  'violated',
  'reached',
  'not reached',
  'does not apply',
  'unknown',
];
/** A step's place in the columns. */
const STEP_BYTES = 24;
const isFlip = (verdict: Verdict): boolean => verdict === 'violated' || verdict === 'reached';

function noteFlip<S, N>({ spans }: Line<S, N>, property: number, step: number): void {
  const own = spans[property] as Span[];
  const last = own.at(-1);
  if (last && last.to + 1 === step) last.to = step;
  else own.push({ from: step, to: step });
}

/** How many of the spans, which are in order, begin at a step or before it. */
function begunBy(spans: readonly Span[], step: number): number {
  let [least, most] = [0, spans.length];
  while (least < most) {
    const middle = (least + most) >> 1;
    if ((spans[middle] as Span).from <= step) least = middle + 1;
    else most = middle;
  }
  return least;
}

/** What a checkpoint takes: most of a state is shared with the one before it. */
const weighed = <S, N>({ moment }: Stand<S, N>, before: Stand<S, N> | undefined): number =>
  PENDING_BYTES * moment.pending.size +
  (before ? bytesBeside(before.moment.state, moment.state) : bytesOf(moment.state));

/** Places kept at hand beside the checkpoints: the ends of the step on screen, and where the last walk was. */
const AT_HAND = 4;

export class Timeline<S, A extends Action, N> {
  readonly tries = new Tries();
  readonly actorIds: string[] = [];
  private readonly options: TimelineOptions<S, A, N>;
  private readonly lines: Line<S, N>[] = [];
  private atHand: readonly Near<S, N>[] = [];
  private readonly actorIndex = new Map<string, number>();
  private readonly bounds: Bounds;
  /** Bytes of the steps, and of the states at both ends of every try. */
  private held = 0;
  private checkpointBytes = 0;
  /** For the two states looked at last: the ends of a step. */
  private enabledFor: readonly { readonly state: S; readonly actions: readonly A[] }[] = [];

  constructor(options: TimelineOptions<S, A, N>) {
    this.options = options;
    this.bounds = options.bounds ?? BOUNDS;
    const first = firstMoment(options.model, options.seed);
    const start = { moment: first, note: options.fold.start(first) };
    const line = this.newLine(start);
    const bytes = bytesOf(first.state, this.bounds.state);
    if (bytes > this.bounds.state) throw new TooMuch('state', this.bounds.state);
    this.held = 2 * bytes;
    line.bytes.push(bytes);
    this.judge(line, NOTHING_OBSERVED, start);
    this.checkpoint(line, start);
  }

  length(id: number): number {
    return this.tries.length(id);
  }

  /** The moment at a place. Throws JobNeeded where a job's result is missing on the way. */
  at(place: Place): Stand<S, N> {
    const to = this.tries.home(place);
    assert(to.step >= 0 && to.step <= this.length(to.try), `no step ${to.step} in try ${to.try}`);
    let near = this.nearest(to);
    const { clock } = this.options;
    let { stand } = near;
    let began: number | undefined;
    for (const part of this.tries.stretches(to.try, stand.moment.step, to.step)) {
      for (let step = part.from; step < part.to; step++) {
        near = { try: part.try.id, stand };
        began ??= clock();
        try {
          stand = this.replay(part.try, stand);
        } catch (error) {
          this.keep(near.try, stand);
          throw error;
        }
        if (clock() - began > 2 * SPACING_MS) {
          this.checkpoint(this.line(part.try.id), stand);
          began = clock();
        }
      }
    }
    if (near.stand !== stand) this.keep(near.try, near.stand);
    this.keep(to.try, stand);
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
    let known = this.enabledFor.find((each) => each.state === state);
    if (!known) {
      known = { state, actions: this.options.model.enabled(state) };
      this.enabledFor = [known, ...this.enabledFor.slice(0, 1)];
    }
    return known.actions;
  }

  /** Index of the scheduler's pick, or -1 where the run rests. */
  pick(at: Stand<S, N>): number {
    const { model, seed, scheduler } = this.options;
    return picked(model, seed, scheduler, at.moment, this.enabled(at));
  }

  /**
   * Takes the action with this key: along a line that exists already, else at the end of this try, else as a new try.
   * `taken` is null where the step was there already. The whole is null where the key is not enabled. Throws TooMuch,
   * and stays as it was, where the step would hold more than may be held.
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
    const { line, row } = this.row(place);
    return VERDICTS[line.verdicts.at(row * this.options.model.properties.length + property)] as Verdict;
  }

  /** One number for all that a person can observe on a try's whole path. */
  observed(id: number): number {
    const { line, row } = this.row({ try: id, step: this.length(id) });
    return observeEnd(line.observed.at(row), this.options.model, line.tip.moment);
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
    const { parent } = this.tries.get(id);
    const before = parent && this.firstFlip(parent.try, property);
    if (parent && before !== null && before <= parent.step) return before;
    return this.line(id).spans[property]?.[0]?.from ?? null;
  }

  /** The steps of a path up to a place in which the property is violated or reached; null where it never is. */
  shown(place: Place, property: number): Shown | null {
    const { parent } = this.tries.get(place.try);
    const before = parent
      ? this.shown({ try: parent.try, step: Math.min(parent.step, place.step) }, property)
      : null;
    const own = this.line(place.try).spans[property] ?? [];
    const count = begunBy(own, place.step);
    const [first, last] = [own[0], own[count - 1]];
    if (!first || !last) return before;
    const to = Math.min(last.to, place.step);
    if (!before) return { first: first.from, last: to, spans: count };
    const goesOn = before.last + 1 === first.from;
    return { first: before.first, last: to, spans: before.spans + count - (goesOn ? 1 : 0) };
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

  private newLine(tip: Stand<S, N>): Line<S, N> {
    const line: Line<S, N> = {
      checkpoints: new Checkpoints(weighed),
      sinceMs: 0,
      tip,
      verdicts: new ByteColumn(),
      observed: new IntColumn(),
      bytes: new IntColumn(),
      actors: new IntColumn(),
      spans: this.options.model.properties.map(() => []),
    };
    this.lines.push(line);
    return line;
  }

  private extend(at: Place, before: Stand<S, N>, rank: number, isDefault: boolean) {
    const { clock } = this.options;
    const began = clock();
    const action = this.enabled(before)[rank] as A;
    const after = this.step(before, action);
    const { line: parent, row } = this.row(at);
    const observed = parent.observed.at(row);
    const isTip = at.step === this.length(at.try);
    const bytes = this.weigh(before, after, parent.bytes.at(row), isTip, action.key);
    const record = isTip ? this.tries.get(at.try) : this.fork(at, before);
    const line = this.line(record.id);
    record.keys.push(action.key);
    record.ranks.push(rank * 2 + (isDefault ? 1 : 0));
    line.actors.push(this.actorNumber(action.actor));
    line.tip = after;
    line.bytes.push(bytes);
    const place = { try: record.id, step: at.step + 1 };
    this.judge(line, observed, after);
    line.sinceMs += clock() - began;
    if (line.sinceMs > SPACING_MS) {
      this.checkpoint(line, after);
      line.sinceMs = 0;
    }
    this.keep(this.tries.home(at).try, before);
    this.keep(place.try, after);
    return { place, taken: { before, action, after } };
  }

  private fork(at: Place, stand: Stand<S, N>): Try {
    const record = this.tries.add(at);
    this.checkpoint(this.newLine(stand), stand);
    return record;
  }

  /** Bytes of the state after a step. Throws where it, or the run with it, would hold too much. */
  private weigh(before: Stand<S, N>, after: Stand<S, N>, bytesBefore: number, isTip: boolean, key: string) {
    const most = this.bounds;
    const bytes = bytesBefore + bytesGrown(before.moment.state, after.moment.state, most.state - bytesBefore);
    if (bytes > most.state) throw new TooMuch('state', most.state);
    const step = bytesOf(key) + STEP_BYTES + this.options.model.properties.length;
    const held = this.held + step + (isTip ? bytes - bytesBefore : bytes + bytesBefore);
    if (held > most.run) throw new TooMuch('run', most.run);
    this.held = held;
    return bytes;
  }

  private checkpoint(line: Line<S, N>, stand: Stand<S, N>): void {
    this.checkpointBytes -= line.checkpoints.bytes;
    line.checkpoints.add(stand.moment.step, stand);
    this.checkpointBytes += line.checkpoints.bytes;
    if (this.checkpointBytes <= this.bounds.checkpoints) return;
    for (const { checkpoints } of this.lines) checkpoints.thin();
    this.checkpointBytes = this.lines.reduce((sum, { checkpoints }) => sum + checkpoints.bytes, 0);
  }

  private step(before: Stand<S, N>, action: A): Stand<S, N> {
    const { model, seed, fold, results } = this.options;
    const job = model.job?.(before.moment.state, action);
    let result: Uint8Array | undefined;
    if (job) {
      result = results.find(job);
      if (!result) throw neededBy(model, before.moment.state, job);
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

  private judge(line: Line<S, N>, observedBefore: number, stand: Stand<S, N>): void {
    const { state, step } = stand.moment;
    const numbers = this.options.model.properties.map((property, index) => {
      const verdict = verdictAt(property, state);
      const number = VERDICTS.indexOf(verdict);
      line.verdicts.push(number);
      if (isFlip(verdict)) noteFlip(line, index, step);
      return number;
    });
    line.observed.push(observeMoment(observedBefore, this.enabled(stand), numbers));
  }

  /** Where the columns hold what was judged at a place. */
  private row(place: Place): { readonly line: Line<S, N>; readonly row: number } {
    const { try: id, step } = this.tries.home(place);
    return { line: this.line(id), row: id === 0 ? step : step - this.tries.get(id).start - 1 };
  }

  private actorNumber(actor: string): number {
    const known = this.actorIndex.get(actor);
    if (known !== undefined) return known;
    this.actorIds.push(actor);
    this.actorIndex.set(actor, this.actorIds.length - 1);
    return this.actorIds.length - 1;
  }

  /** The last moment kept at or before a place, on the way to it. */
  private nearest(to: Place): Near<S, N> {
    let limit = to.step;
    let record = this.tries.get(to.try);
    for (;;) {
      const { id, start, parent } = record;
      const { checkpoints, tip } = this.line(id);
      const atHand = this.atHand.filter((near) => near.try === id).map(({ stand }) => stand);
      let best: Stand<S, N> | undefined;
      for (const stand of [checkpoints.before(limit), tip, ...atHand]) {
        const step = stand?.moment.step ?? limit + 1;
        if (step <= limit && step > (best?.moment.step ?? -1)) best = stand;
      }
      if (best) return { try: id, stand: best };
      limit = Math.min(limit, start);
      record = this.tries.get(present(parent, 'start').try);
    }
  }

  private keep(id: number, stand: Stand<S, N>): void {
    const { step } = stand.moment;
    const others = this.atHand.filter((near) => near.try !== id || near.stand.moment.step !== step);
    this.atHand = [...others.slice(1 - AT_HAND), { try: id, stand }];
  }
}
