// Two runs column by column: steps with the same key stand together, one that only one run has stands alone, and what
// differs is found. Long stretches in which nothing does fold to one column.

import { canonicalJson } from '../base/canonical.ts';
import type { Text } from '../base/text.ts';
import { text } from '../base/text.ts';
import { partakers } from './lane-places.ts';
import type { LaneChip, LaneStep, LaneTrack, Verdict } from './lane-types.ts';

export interface KeyedStep extends LaneStep {
  readonly key: string;
}
export interface KeyedTrack extends LaneTrack {
  readonly steps: readonly KeyedStep[];
}
export type Side = 'a' | 'b';

/** In what they differ: what was asked or came back, a value left, a verdict; or only one of them has the step. */
export type Difference =
  | { readonly kind: 'only'; readonly side: Side }
  | { readonly kind: 'words'; readonly a: Text | null; readonly b: Text | null }
  | { readonly kind: 'verdict'; readonly index: number; readonly a: Verdict; readonly b: Verdict }
  /** What is drawn and judged is the same, and yet it is told differently. */
  | { readonly kind: 'told' };

export interface Pair {
  readonly a: KeyedStep | null;
  readonly b: KeyedStep | null;
  readonly difference: Difference | null;
}

/** The second run's keys are those of the first that it could take, in their order, then its own. */
export function pairsOf(a: readonly KeyedStep[], b: readonly KeyedStep[]): readonly Pair[] {
  let at = 0;
  const pairs = a.map((step): Pair => {
    const other = b[at];
    if (other?.key !== step.key) return { a: step, b: null, difference: { kind: 'only', side: 'a' } };
    at++;
    return { a: step, b: other, difference: differenceOf(step, other) };
  });
  const rest = b
    .slice(at)
    .map((step): Pair => ({ a: null, b: step, difference: { kind: 'only', side: 'b' } }));
  return [...pairs, ...rest];
}

function differenceOf(a: KeyedStep, b: KeyedStep): Difference | null {
  const lines = Math.max(a.mark.heading.length, b.mark.heading.length);
  for (let line = lines - 1; line >= 0; line--) {
    const [one, other] = [a.mark.heading[line] ?? null, b.mark.heading[line] ?? null];
    if (!alike(one, other)) return { kind: 'words', a: one, b: other };
  }
  const chips = differentChip(a.mark.chips, b.mark.chips);
  if (chips) return { kind: 'words', ...chips };
  const index = a.verdicts.findIndex((verdict, i) => {
    const other = b.verdicts[i];
    return verdict !== other && verdict !== 'does not apply' && other !== 'does not apply';
  });
  const [one, other] = [a.verdicts[index], b.verdicts[index]];
  if (one !== undefined && other !== undefined) return { kind: 'verdict', index, a: one, b: other };
  const isTold = (step: KeyedStep): unknown => [step.sentence, step.mark.arrows];
  return canonicalJson(isTold(a)) === canonicalJson(isTold(b)) ? null : { kind: 'told' };
}

function differentChip(
  a: readonly LaneChip[],
  b: readonly LaneChip[],
): { readonly a: Text | null; readonly b: Text | null } | null {
  for (const actor of [...new Set([...a, ...b].map((chip) => chip.actor))].sort()) {
    const one = a.find((chip) => chip.actor === actor)?.text ?? null;
    const other = b.find((chip) => chip.actor === actor)?.text ?? null;
    if (!alike(one, other)) return { a: one, b: other };
  }
  return null;
}

const alike = (a: Text | null, b: Text | null): boolean => canonicalJson(a) === canonicalJson(b);

/** Who has no part in anything that differs: in no such step, and with no such value. */
export function neverDiffering(
  actors: readonly string[],
  pairs: readonly Pair[],
  standing: Readonly<Record<Side, readonly LaneChip[]>>,
): readonly string[] {
  const differing = new Set<string>();
  for (const { a, b, difference } of pairs) {
    if (!difference) continue;
    for (const step of [a, b]) {
      for (const id of step ? partakers(step.actor, step.mark.arrows) : []) differing.add(id);
      for (const { actor } of step?.mark.chips ?? []) differing.add(actor);
    }
  }
  for (const chip of withDiffering(standing.a, standing.b)) if (chip.differs) differing.add(chip.actor);
  for (const chip of withDiffering(standing.b, standing.a)) if (chip.differs) differing.add(chip.actor);
  return actors.filter((id) => !differing.has(id));
}

/** These values, with those marked that are not at the same place in the run beside. */
const withDiffering = (chips: readonly LaneChip[], beside: readonly LaneChip[]): readonly LaneChip[] =>
  chips.map((chip) =>
    beside.some((other) => other.actor === chip.actor && alike(other.text, chip.text))
      ? chip
      : { ...chip, differs: true },
  );

/** A step with what differs from the one beside it marked; where there is none beside it, all of it does. */
function marked(step: KeyedStep, beside: KeyedStep | null): KeyedStep {
  if (!beside) return { ...step, differs: true };
  const { heading, arrows, chips } = step.mark;
  return {
    ...step,
    differs: true,
    mark: {
      heading,
      arrows: arrows.map((arrow, index) =>
        alike(arrow.label, beside.mark.arrows[index]?.label ?? null) ? arrow : { ...arrow, differs: true },
      ),
      chips: withDiffering(chips, beside.mark.chips),
      differs: heading.flatMap((line, index) =>
        alike(line, beside.mark.heading[index] ?? null) ? [] : [index],
      ),
    },
  };
}

/** One pair, or a stretch of equal ones. */
export type Column = readonly Pair[];

/** Shorter stretches are not worth folding. */
const LEAST_FOLDED = 4;

/** Where there are more than `most`, stretches without a difference are one column, but those named by their first step. */
export function foldEqual(
  pairs: readonly Pair[],
  most: number,
  opened: ReadonlySet<number> = new Set(),
): readonly Column[] {
  if (pairs.length <= most) return pairs.map((pair) => [pair]);
  const columns: Column[] = [];
  for (let from = 0; from < pairs.length; ) {
    let to = from;
    while (pairs[to]?.difference === null) to++;
    if (to - from >= LEAST_FOLDED && !opened.has(from)) columns.push(pairs.slice(from, to));
    else columns.push(...pairs.slice(from, Math.max(to, from + 1)).map((pair) => [pair]));
    from = Math.max(to, from + 1);
  }
  return columns;
}

/**
 * One run on the columns: its steps are numbered by them, and what differs from the other is marked. A folded stretch is
 * one step that leaves what they left.
 */
export function trackOn(
  columns: readonly Column[],
  side: Side,
  tracks: Readonly<Record<Side, LaneTrack>>,
): KeyedTrack {
  const otherSide = side === 'a' ? 'b' : 'a';
  const place = new Map<number, number>([[0, 0]]);
  columns.forEach((column, index) => {
    for (const pair of column) {
      const step = pair[side];
      if (step) place.set(step.step, index + 1);
    }
  });
  const steps = columns.flatMap((column, index): KeyedStep[] => {
    const own = column.flatMap((pair) => pair[side] ?? []);
    const last = own.at(-1);
    if (!last) return [];
    const here = index + 1;
    if (own.length === 1) {
      const [pair] = column;
      const step = pair?.difference ? marked(last, pair[otherSide]) : last;
      return [{ ...step, step: here, sentSteps: last.sentSteps.map((sent) => place.get(sent) ?? here) }];
    }
    const chips = new Map(own.flatMap(({ mark }) => mark.chips.map((chip) => [chip.actor, chip] as const)));
    const heading = [text('compare.folded', { count: own.length })];
    const mark = { heading, arrows: [], chips: [...chips.values()] };
    return [{ ...last, step: here, mark, sentSteps: [], fork: false }];
  });
  return { from: 0, steps, chips: withDiffering(tracks[side].chips, tracks[otherSide].chips) };
}
