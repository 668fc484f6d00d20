// Where everything stands on a phone's lanes: time runs down, one row a step, actors across. A request and its reply
// share a row, one above the other; a message that was in flight starts in the row that sent it. A step of an actor
// that is folded away is a line of words in its row; a choice of one is in the list only.

import type { Text } from '../base/text.ts';
import type { Lane } from './lane-places.ts';
import { partakers } from './lane-places.ts';
import type { SceneArrow, SceneDot, When } from './lane-scene.ts';
import type { LaneArrow, LaneChoice, LaneStep } from './lane-types.ts';
import { toldStep } from './lane-types.ts';

export interface NarrowLabel {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly text: Text;
  readonly when: When;
  readonly told: string | null;
  readonly choice: string | null;
  /** Not so in the run beside. */
  readonly differs: boolean;
}
/** A step whose actors are not all drawn. */
export interface NarrowFolded {
  readonly step: number;
  readonly actor: string;
  readonly y: number;
  readonly heading: readonly Text[];
  readonly when: When;
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
  readonly folded: readonly NarrowFolded[];
  readonly slots: readonly NarrowSlot[];
  readonly height: number;
}

export interface NarrowInput {
  /** Shown actors, left to right, with the middle of each one's lane. */
  readonly lanes: ReadonlyMap<string, number>;
  /** Whether an actor stands where it stood at that step; what it did elsewhere is said in words. */
  readonly stands?: (actor: string, step: number) => boolean;
  readonly first: number;
  readonly rows: number;
  readonly steps: readonly LaneStep[];
  readonly now: number;
  readonly choices: readonly LaneChoice[];
  /** Where the lanes begin. */
  readonly left: number;
  /** Width of a label, and of the whole drawing. */
  readonly widthOf: (text: Text) => number;
  readonly full: number;
}

/** Room for the step numbers, left of the lanes, up to this one. */
export function numbersWidth(last: number): number {
  const { length } = String(last);
  return length <= 2 ? 24 : 10 + 9 * length;
}
export const ROW = 58;
/** The row of what already stood, above the first. */
export const LEAD_ROW = 22;
const CHOICE_ROW = 44;
export const NARROW_CHOICES = 3;

/** Top of a step's row. */
export const rowTop = (step: number, first: number): number =>
  step < first ? 0 : LEAD_ROW + (step - first) * ROW;

export function narrowScene(input: NarrowInput): NarrowScene {
  const { lanes, first, rows, steps, now, choices } = input;
  const arrows: SceneArrow[] = [];
  const dots: SceneDot[] = [];
  const labels: NarrowLabel[] = [];
  const folded: NarrowFolded[] = [];
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
    named: (y: number) => number | null = (y) => y,
  ): void => {
    const x1 = lanes.get(arrow.from);
    const x2 = lanes.get(arrow.to);
    if (x1 === undefined || x2 === undefined) return;
    const of = { told: choice === null ? toldStep(step) : null, choice };
    arrows.push({ id, x1, y1, x2, y2, when: stage, step, kind: arrow.kind, head: true, ...of });
    dots.push({ id: `${id}a`, x: x1, y: y1, big: false, when: stage, ...of });
    if (arrow.kind !== 'lost')
      dots.push({ id: `${id}b`, x: x2, y: y2, big: arrow.kind !== 'reply', when: stage, ...of });
    // A message that flew over rows is named where it arrives; a name wider than its arrow stands beside it.
    const flew = Math.abs(y2 - y1) > ROW;
    const wide = input.widthOf(arrow.label);
    const right = Math.max(x1, x2) + 8 + wide / 2;
    const left = Math.min(x1, x2) - 8 - wide / 2;
    const tight = wide > Math.abs(x2 - x1) - 14;
    const beside = right + wide / 2 <= input.full ? right : left - wide / 2 >= input.left ? left : null;
    const y = named(flew ? y2 - 16 : (y1 + y2) / 2 + (stage === 'next' ? -18 : above ? -9.5 : 9.5));
    if (y === null) return;
    labels.push({
      id,
      x: tight && beside !== null ? beside : flew ? x2 + (x1 - x2) * 0.3 : (x1 + x2) / 2,
      y,
      text: arrow.label,
      when: stage,
      ...of,
      differs: arrow.differs ?? false,
    });
  };
  const stands = (actor: string, step: number): boolean =>
    lanes.has(actor) && (input.stands?.(actor, step) ?? true);
  for (const step of steps) {
    const stage: When = step.step === now ? 'now' : step.step < now ? 'past' : 'later';
    const list = step.mark.arrows;
    const centre = middle(step.step);
    if (partakers(step.actor, list).some((actor) => !stands(actor, step.step))) {
      const { heading } = step.mark;
      folded.push({ step: step.step, actor: step.actor, y: centre, heading, when: stage });
      continue;
    }
    // Of many in one row, what most say is said once: what was asked over them, what came back under them.
    const said = list.map(({ label }) => JSON.stringify(label));
    const kinds = [...new Set(said)];
    const named = (index: number) => (y: number) => {
      if (list.length <= 2) return y;
      const own = said[index] ?? '';
      if (said.indexOf(own) < index) return null;
      return kinds.length === 2 ? centre + (own === kinds[0] ? -20 : 20) : y;
    };
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
        named(index),
      );
    });
    if (list.length === 0) {
      const x = lanes.get(step.actor);
      if (x === undefined) continue;
      const of = { told: toldStep(step.step), choice: null };
      dots.push({ id: `${step.step}`, x, y: centre, big: true, when: stage, ...of });
      const [heading] = step.mark.heading;
      const differs = step.mark.differs?.includes(0) ?? false;
      if (heading)
        labels.push({ id: `${step.step}`, x, y: centre - 16, text: heading, when: stage, ...of, differs });
    }
  }
  const slots: NarrowSlot[] = [];
  const top = rowTop(now + 1, first);
  // The page keeps its height while it is stepped through, whatever may come next: two choices fit below its last row.
  const bottom = LEAD_ROW + rows * ROW + 2 * CHOICE_ROW - ROW;
  const drawn = choices
    .filter(({ actor, arrows: [arrow] }) =>
      arrow ? lanes.has(arrow.from) && lanes.has(arrow.to) : lanes.has(actor),
    )
    .slice(0, Math.min(NARROW_CHOICES, Math.floor((bottom - top) / CHOICE_ROW)));
  drawn.forEach((choice, index) => {
    const y = top + index * CHOICE_ROW;
    const [arrow] = choice.arrows;
    const x = lanes.get(choice.actor);
    if (arrow) {
      draw(choice.key, arrow, y + 28, y + 33, 'next', now + 1, choice.key, true);
    } else if (x !== undefined) {
      const of = { told: null, choice: choice.key };
      dots.push({ id: choice.key, x, y: y + 28, big: true, when: 'next', ...of });
      labels.push({
        id: choice.key,
        x,
        y: y + 12,
        text: choice.heading,
        when: 'next',
        ...of,
        differs: false,
      });
    }
    slots.push({ key: choice.key, y, height: CHOICE_ROW });
  });
  return { arrows, dots, labels, folded, slots, height: bottom + 4 };
}

/**
 * Each lane as wide as its name needs, and what is left of the room shared among the narrow ones. Where there is too
 * little, the lanes are wider than the room and scroll.
 */
export function laneWidths(lanes: readonly Lane[], room: number): readonly number[] {
  let level = room / Math.max(1, lanes.length);
  for (let wider = 0; ; ) {
    const wide = lanes.filter(({ width }) => width > level);
    const taken = wide.reduce((sum, { width }) => sum + width, 0);
    if (wide.length === wider) return lanes.map(({ width }) => Math.max(width, level));
    wider = wide.length;
    level = wider === lanes.length ? 0 : Math.max(0, (room - taken) / (lanes.length - wider));
  }
}
