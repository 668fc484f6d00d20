// Where everything on the wide lanes stands: a pure function of the steps on the page, the present step and the room.
// Time runs right, one column a step; x is measured from the left end of the axis, y from the top of the lanes. A
// request and its reply share a column; a message that was in flight starts in the column that sent it. Where not all
// lanes are drawn, those left out share one more below.

import type { Text } from '../base/text.ts';
import { partakers } from './lane-places.ts';
import type { LaneArrow, LaneChip, LaneChoice, LaneStep } from './lane-types.ts';
import { toldStep, toldStood } from './lane-types.ts';
import type { Segment } from './segment.ts';
import { placeChip } from './segment.ts';

export type When = 'past' | 'now' | 'later' | 'next';

export interface SceneArrow extends Segment {
  readonly id: string;
  /** The line of the outline that tells of it; null for what may come, which a choice tells of. */
  readonly told: string | null;
  readonly when: When;
  readonly step: number;
  readonly kind: LaneArrow['kind'];
  readonly head: boolean;
  readonly choice: string | null;
}
export interface SceneDot {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly big: boolean;
  readonly when: When;
  readonly told: string | null;
  readonly choice: string | null;
}
export interface SceneChip {
  readonly id: string;
  readonly told: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly text: Text;
  readonly when: When;
  readonly bad: boolean;
  /** What the lane held until this step, and holds no more. */
  readonly ended: boolean;
  /** Not so in the run beside. */
  readonly differs: boolean;
}
/** A place over the lanes where a choice can be pressed. */
export interface SceneSlot {
  readonly key: string;
  readonly x: number;
  readonly width: number;
}
type Telling = Pick<SceneDot, 'told' | 'choice'>;
export interface LaneScene {
  readonly arrows: readonly SceneArrow[];
  readonly dots: readonly SceneDot[];
  readonly chips: readonly SceneChip[];
  readonly slots: readonly SceneSlot[];
  readonly height: number;
}

export interface LaneRoom {
  /** Width left of the first column, where what already stood is shown. */
  readonly lead: number;
  readonly column: number;
  readonly columns: number;
  readonly row: number;
  /** Room above the first lane and below the last, for chips. */
  readonly above: number;
  readonly below: number;
}

export interface LaneInput {
  /** Those drawn, top to bottom. */
  readonly actors: readonly string[];
  /** Lanes that several share: by actor, which of those drawn. */
  readonly rowOf?: ReadonlyMap<string, number>;
  /** Others are left out: they share the lane below. */
  readonly folded?: boolean;
  /** Of those left out, the ones whose messages are drawn to the lane they share. */
  readonly shared?: ReadonlySet<string>;
  /** Whether an actor stands where it stood at that step; what it did elsewhere is not drawn. */
  readonly stands?: (actor: string, step: number) => boolean;
  readonly first: number;
  readonly steps: readonly LaneStep[];
  readonly standing: readonly LaneChip[];
  readonly now: number;
  readonly choices: readonly LaneChoice[];
  readonly room: LaneRoom;
  /** Width of a chip; 0 where it has nothing to say. */
  readonly widthOf: (text: Text) => number;
}

export function laneScene(input: LaneInput): LaneScene {
  const { actors, first, steps, now, room } = input;
  const rowOf = input.rowOf ?? new Map(actors.map((id, index) => [id, index]));
  const rows = actors.length + (input.folded ? 1 : 0);
  const y = (actor: string): number => room.above + (rowOf.get(actor) ?? rows - 1) * room.row;
  const left = (step: number): number => room.lead + (step - first) * room.column;
  const centre = (step: number): number => (step < first ? room.lead / 2 : left(step) + room.column / 2);
  // What was sent before the page comes in at its left edge, past the chips that stand there.
  const leaves = (step: number): number => (step < first ? room.lead - 6 : centre(step) + room.column * 0.15);
  const when = (step: number): When => (step === now ? 'now' : step < now ? 'past' : 'later');

  const arrows: SceneArrow[] = [];
  const dots = new Map<string, SceneDot>();
  const dot = (x: number, at: number, big: boolean, stage: When, of: Telling): void => {
    const id = `${Math.round(x)}:${at}${of.choice ?? ''}`;
    const known = dots.get(id);
    if (!known || (big && !known.big)) dots.set(id, { id, x, y: at, big, when: stage, ...of });
  };

  const stands = (actor: string, step: number): boolean =>
    rowOf.has(actor) && (input.stands?.(actor, step) ?? true);
  for (const step of steps) {
    const list = step.mark.arrows;
    // Of one whose lane is another's now, the heading tells.
    const isDrawn = (actor: string): boolean =>
      stands(actor, step.step) || (input.shared?.has(actor) ?? false);
    if (!partakers(step.actor, list).every(isDrawn)) continue;
    const slots = slotsOf(list, step.sentSteps, step.step);
    const last = Math.max(1, ...slots.map((slot) => slot + 1));
    const spread = room.column * (last === 1 ? 0.15 : last === 2 ? 0.23 : 0.36);
    const of = { told: toldStep(step.step), choice: null };
    const at = (slot: number): number => centre(step.step) - spread + (2 * spread * slot) / last;
    list.forEach((arrow, index) => {
      const slot = slots[index] ?? 0;
      const sent = step.sentSteps[index] ?? step.step;
      const flying = sent < step.step;
      const x1 = flying ? leaves(sent) : at(slot);
      const x2 = flying ? centre(step.step) - room.column * 0.12 : at(slot + 1);
      const stage = when(step.step);
      const id = `${step.step}.${index}`;
      const from = { x1, y1: y(arrow.from), x2, y2: y(arrow.to) };
      const lost = arrow.kind === 'lost' ? short(from, 0.55) : from;
      arrows.push({
        id,
        ...lost,
        when: stage,
        step: step.step,
        kind: arrow.kind,
        head: true,
        ...of,
      });
      if (!flying || sent >= first) dot(x1, y(arrow.from), false, stage, of);
      if (arrow.kind !== 'lost') dot(x2, y(arrow.to), arrow.kind !== 'reply', stage, of);
    });
    if (list.length === 0) dot(centre(step.step), y(step.actor), true, when(step.step), of);
  }

  const slots = ahead(input, { y, left, leaves, arrows, dot });
  const chips: SceneChip[] = [];
  const lastRow = room.above + (rows - 1) * room.row;
  const held = new Map<string, Text>();
  const put = (list: readonly LaneChip[], step: number, stage: When): void => {
    // Only what was drawn by then counts: a later message does not move a chip that stands.
    const drawn = arrows.filter((arrow) => arrow.step <= step);
    list.forEach((chip, index) => {
      if (!stands(chip.actor, step)) return;
      // Nothing left to show: the value that stood there is struck out.
      const ended = input.widthOf(chip.text) === 0;
      const text = ended ? held.get(chip.actor) : chip.text;
      if (ended) held.delete(chip.actor);
      else held.set(chip.actor, chip.text);
      if (!text) return;
      const width = input.widthOf(text);
      const lane = y(chip.actor);
      // One that stood before, wider than its place, does not lie over the name.
      const before = step < first;
      const x = before ? Math.max(centre(step), width / 2) : centre(step);
      const wish = { x, y: lane, width, room: before ? room.lead : room.column };
      const spot = placeChip(wish, drawn, chips);
      const id = `${step}.${chip.actor}.${index}`;
      const told = step < first ? toldStood(chip.actor) : toldStep(step);
      chips.push({
        id,
        told,
        ...spot,
        width,
        text,
        when: stage,
        bad: chip.tone === 'bad',
        ended,
        differs: chip.differs ?? false,
      });
    });
  };
  put(input.standing, first - 1, now === first - 1 ? 'now' : 'past');
  for (const step of steps) put(step.mark.chips, step.step, when(step.step));
  return { arrows, dots: [...dots.values()], chips, slots, height: lastRow + room.below };
}

/** When each arrow of a step starts, in turns: a reply after its request, a broadcast all at once. */
function slotsOf(list: readonly LaneArrow[], sentSteps: readonly number[], step: number): number[] {
  const slots: number[] = [];
  list.forEach((arrow, index) => {
    const before = list[index - 1];
    const slot = slots[index - 1];
    if (before === undefined || slot === undefined) slots.push(0);
    else if (arrow.from === before.to) slots.push(slot + 1);
    else slots.push((sentSteps[index] ?? step) < step ? 0 : slot);
  });
  return slots;
}

const short = (line: Segment, share: number): Segment => ({
  ...line,
  x2: line.x1 + (line.x2 - line.x1) * share,
  y2: line.y1 + (line.y2 - line.y1) * share,
});

interface Drawing {
  readonly y: (actor: string) => number;
  readonly left: (step: number) => number;
  readonly leaves: (step: number) => number;
  readonly arrows: SceneArrow[];
  readonly dot: (x: number, y: number, big: boolean, when: When, of: Telling) => void;
}

/** How many choices are drawn ahead of now; the rest are in the list only. */
export const CHOICES_AHEAD = 4;

/** The choices, right of the lamp. What is in flight comes from its sending column and turns blue at the lamp's edge. */
function ahead(input: LaneInput, draw: Drawing): SceneSlot[] {
  const { choices, now, first, room } = input;
  const drawn = choices.slice(0, CHOICES_AHEAD);
  const free = first + room.columns - 1 - now;
  if (drawn.length === 0 || free < 1) return [];
  const columns = drawn.length > 2 && free > 1 ? 2 : 1;
  const width = (room.column * columns) / drawn.length;
  const edge = draw.left(now + 1);
  return drawn.map((choice, index) => {
    const x = edge + width * index;
    const arrow = choice.arrows[0];
    const of = { told: null, choice: choice.key };
    const style = { when: 'next', step: now + 1, ...of } as const;
    const y1 = draw.y(arrow?.from ?? choice.actor);
    const y2 = draw.y(arrow?.to ?? choice.actor);
    if (!arrow || y1 === y2) {
      draw.dot(x + width / 2, y1, true, 'next', of);
      return { key: choice.key, x, width };
    }
    const x2 = x + width * 0.66;
    if (arrow.id !== undefined && choice.sentStep !== null && choice.sentStep <= now) {
      const x1 = draw.leaves(choice.sentStep);
      const yEdge = y1 + ((y2 - y1) * (edge - x1)) / (x2 - x1);
      const stage = choice.sentStep === now ? 'now' : 'past';
      const flight = { x1, y1, x2: edge, y2: yEdge };
      draw.arrows.push({
        id: `f${choice.key}`,
        ...flight,
        ...style,
        when: stage,
        kind: 'message',
        head: false,
      });
      draw.arrows.push({
        id: choice.key,
        x1: edge,
        y1: yEdge,
        x2,
        y2,
        ...style,
        kind: arrow.kind,
        head: true,
      });
      if (choice.sentStep >= first) draw.dot(x1, y1, false, stage, of);
    } else {
      const x1 = x + width * 0.34;
      draw.arrows.push({ id: choice.key, x1, y1, x2, y2, ...style, kind: arrow.kind, head: true });
      draw.dot(x1, y1, false, 'next', of);
    }
    draw.dot(x2, y2, true, 'next', of);
    return { key: choice.key, x, width };
  });
}
