// Where everything stands on a phone's lanes: time runs down, one row a step, actors across. A request and its reply
// share a row, one above the other; a message that was in flight starts in the row that sent it.

import type { Text } from '../base/text.ts';
import type { SceneArrow, SceneDot, When } from './lane-scene.ts';
import type { LaneArrow, LaneChoice, LaneStep } from './lane-types.ts';

export interface NarrowLabel {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly text: Text;
  readonly when: When;
  readonly choice: string | null;
}
export interface NarrowSlot {
  readonly key: string;
  readonly y: number;
  readonly height: number;
}
export interface NarrowScene {
  readonly arrows: readonly SceneArrow[];
  readonly dots: readonly SceneDot[];
  readonly labels: readonly NarrowLabel[];
  readonly slots: readonly NarrowSlot[];
  readonly height: number;
}

export interface NarrowInput {
  /** Shown actors, left to right, with the middle of each one's lane. */
  readonly lanes: ReadonlyMap<string, number>;
  readonly first: number;
  readonly rows: number;
  readonly steps: readonly LaneStep[];
  readonly now: number;
  readonly choices: readonly LaneChoice[];
}

export const ROW = 58;
/** The row of what already stood, above the first. */
export const LEAD_ROW = 22;
const CHOICE_ROW = 42;
export const NARROW_CHOICES = 3;

/** Top of a step's row. */
export const rowTop = (step: number, first: number): number =>
  step < first ? 0 : LEAD_ROW + (step - first) * ROW;

export function narrowScene({ lanes, first, rows, steps, now, choices }: NarrowInput): NarrowScene {
  const arrows: SceneArrow[] = [];
  const dots: SceneDot[] = [];
  const labels: NarrowLabel[] = [];
  const middle = (step: number): number => (step < first ? LEAD_ROW / 2 : rowTop(step, first) + ROW / 2);
  const draw = (
    id: string,
    arrow: LaneArrow,
    y1: number,
    y2: number,
    stage: When,
    step: number,
    choice: string | null,
    above: boolean,
  ): void => {
    const x1 = lanes.get(arrow.from);
    const x2 = lanes.get(arrow.to);
    if (x1 === undefined || x2 === undefined) return;
    arrows.push({ id, x1, y1, x2, y2, when: stage, step, kind: arrow.kind, head: true, choice });
    dots.push({ id: `${id}a`, x: x1, y: y1, big: false, when: stage, choice });
    if (arrow.kind !== 'lost')
      dots.push({ id: `${id}b`, x: x2, y: y2, big: arrow.kind !== 'reply', when: stage, choice });
    // A message that flew over rows is named where it arrives.
    const flew = Math.abs(y2 - y1) > ROW;
    labels.push({
      id,
      x: flew ? x2 + (x1 - x2) * 0.3 : (x1 + x2) / 2,
      y: flew ? y2 - 16 : (y1 + y2) / 2 + (stage === 'next' ? -18 : above ? -9.5 : 9.5),
      text: arrow.label,
      when: stage,
      choice,
    });
  };
  for (const step of steps) {
    const stage: When = step.step === now ? 'now' : step.step < now ? 'past' : 'later';
    const list = step.mark.arrows;
    const centre = middle(step.step);
    list.forEach((arrow, index) => {
      const sent = step.sentSteps[index] ?? step.step;
      const from = list.length === 1 ? -9 : -17 + (34 * index) / list.length;
      const to = list.length === 1 ? 5 : -17 + (34 * (index + 1)) / list.length;
      const y1 = sent < step.step ? middle(sent) + (sent < first ? 0 : 18) : centre + from;
      draw(
        `${step.step}.${index}`,
        arrow,
        y1,
        centre + to,
        stage,
        step.step,
        null,
        index === 0 || list.length === 1,
      );
    });
    if (list.length === 0) {
      const x = lanes.get(step.actor);
      if (x === undefined) continue;
      dots.push({ id: `${step.step}`, x, y: centre, big: true, when: stage, choice: null });
      const [heading] = step.mark.heading;
      if (heading)
        labels.push({ id: `${step.step}`, x, y: centre - 16, text: heading, when: stage, choice: null });
    }
  }
  const slots: NarrowSlot[] = [];
  const top = rowTop(now + 1, first);
  const drawn = choices.slice(0, NARROW_CHOICES);
  drawn.forEach((choice, index) => {
    const y = top + index * CHOICE_ROW;
    const [arrow] = choice.arrows;
    if (arrow && lanes.has(arrow.from) && lanes.has(arrow.to)) {
      draw(choice.key, arrow, y + 28, y + 33, 'next', now + 1, choice.key, true);
    } else {
      const x = lanes.get(choice.actor) ?? 0;
      dots.push({ id: choice.key, x, y: y + 28, big: true, when: 'next', choice: choice.key });
      labels.push({ id: choice.key, x, y: y + 12, text: choice.heading, when: 'next', choice: choice.key });
    }
    slots.push({ key: choice.key, y, height: CHOICE_ROW });
  });
  // The page keeps its height while it is stepped through, whatever may come next.
  const height = Math.max(LEAD_ROW + rows * ROW, ...slots.map((slot) => slot.y + slot.height)) + 4;
  return { arrows, dots, labels, slots, height };
}

/** The actors to show where there is room for few: those who act soonest before and after now, in lane order. */
export function involved(
  actors: readonly string[],
  steps: readonly LaneStep[],
  choices: readonly LaneChoice[],
  room: number,
): readonly string[] {
  if (actors.length <= room) return actors;
  const weight = new Map<string, number>();
  const count = (actor: string): void => void weight.set(actor, (weight.get(actor) ?? 0) + 1);
  for (const { actor, mark } of steps) {
    count(actor);
    for (const arrow of mark.arrows) {
      count(arrow.from);
      count(arrow.to);
    }
  }
  for (const { actor, arrows } of choices) {
    count(actor);
    for (const arrow of arrows) count(arrow.to);
  }
  const ranked = [...actors].sort((a, b) => (weight.get(b) ?? 0) - (weight.get(a) ?? 0));
  const kept = new Set(ranked.slice(0, room));
  return actors.filter((actor) => kept.has(actor));
}
