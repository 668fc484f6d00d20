// The whole run at a glance, for the ruler. It is added up step by step as a try grows, so that a step more costs a step
// however long the run is: stretches are powers of two long, and where they become too many, two and two are joined.

import type { Verdict } from '../kernel/property.ts';
import type { Cursor, Overview } from './frame.ts';
import type { Run } from './run.ts';
import { canTell } from './seen-by.ts';
import type { Work } from './work.ts';

/** Most stretches in which each actor's steps are counted. */
const BINS = 200;
/** Most stretches of which one flip of each property and verdict is enough for a ruler of a screen's width. */
const STRETCHES = 400;
/** Steps between two looks at the clock. */
const AT_ONCE = 1024;

interface Flip {
  readonly stretch: number;
  readonly property: number;
  readonly verdict: Verdict;
  readonly step: number;
  count: number;
}

/** What was added up of a try so far. */
class Glance {
  readonly try: number;
  length = 0;
  /** Steps of a bin. */
  bin = 1;
  /** Of each actor, how often it acted in each bin. */
  counts: number[][] = [];
  private stretch = 1;
  private flips = new Map<string, Flip>();

  constructor(id: number) {
    this.try = id;
  }

  add(run: Run): void {
    const at = { try: this.try, step: ++this.length };
    if (this.length > BINS * this.bin) {
      this.bin *= 2;
      this.counts = this.counts.map(pairs);
    }
    if (this.length > STRETCHES * this.stretch) this.joinFlips();
    const actor = run.timeline.actorOf(at);
    while (this.counts.length <= actor) this.counts.push([]);
    const row = this.counts[actor] as number[];
    const bin = Math.floor((at.step - 1) / this.bin);
    while (row.length <= bin) row.push(0);
    row[bin] = (row[bin] as number) + 1;
    for (let property = 0; property < run.model.properties.length; property++) {
      const verdict = flipAt(run, at, property);
      if (verdict)
        this.note({ stretch: this.stretchOf(at.step), property, verdict, step: at.step, count: 1 });
    }
  }

  get bins(): number {
    return Math.ceil(this.length / this.bin);
  }

  noted(): readonly Flip[] {
    return [...this.flips.values()];
  }

  private stretchOf(step: number): number {
    return Math.floor((step - 1) / this.stretch);
  }

  private note(flip: Flip): void {
    const name = `${flip.stretch} ${flip.property} ${flip.verdict}`;
    const known = this.flips.get(name);
    if (known) known.count += flip.count;
    else this.flips.set(name, flip);
  }

  private joinFlips(): void {
    this.stretch *= 2;
    const before = this.noted();
    this.flips = new Map();
    for (const flip of before) this.note({ ...flip, stretch: this.stretchOf(flip.step) });
  }
}

const pairs = (counts: readonly number[]): number[] => {
  const joined: number[] = [];
  for (let at = 0; at < counts.length; at += 2) joined.push((counts[at] as number) + (counts[at + 1] ?? 0));
  return joined;
};

/** The try looked at last in each run. */
const glances = new WeakMap<Run, Glance>();

function glanceAt(run: Run, id: number): Glance {
  const known = glances.get(run);
  const glance = known?.try === id ? known : new Glance(id);
  glances.set(run, glance);
  return glance;
}

/** Adds up what a try has grown by since it was looked at last. */
export function lookAlong(run: Run, id: number): void {
  const glance = glanceAt(run, id);
  for (const length = run.length(id); glance.length < length; ) glance.add(run);
}

export async function overviewOf(
  run: Run,
  id: number,
  work: Work,
  eye: string | null = null,
): Promise<Overview> {
  const length = run.length(id);
  const glance = glanceAt(run, id);
  while (glance.length < length) {
    glance.add(run);
    if (glance.length % AT_ONCE === 0) await work.pace();
  }
  const { bins, bin } = glance;
  const bursts = run.timeline.actorIds.flatMap((actor, index) => {
    const row = glance.counts[index] ?? [];
    if (row.every((count) => count === 0) || (eye !== null && actor !== eye)) return [];
    return [{ actor, counts: [...row, ...new Array<number>(bins - row.length).fill(0)] }];
  });
  const flips = glance.noted().flatMap(({ step, property: index, verdict, count }) => {
    const property = run.model.properties[index]?.name ?? '';
    return canTell(run, property, eye) ? [{ step, property, verdict, count }] : [];
  });
  return { length, flips, forks: run.timeline.tries.forks(id), bin, bursts };
}

/** The verdict that a property changes to in this step, where that is a violation or a reaching. */
export function flipAt(run: Run, at: Cursor, property: number): 'violated' | 'reached' | null {
  const verdict = run.timeline.verdict(at, property);
  if (verdict !== 'violated' && verdict !== 'reached') return null;
  return run.timeline.verdict({ try: at.try, step: at.step - 1 }, property) === verdict ? null : verdict;
}
