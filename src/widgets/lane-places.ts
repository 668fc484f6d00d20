// Which lanes are drawn where there are more actors than fit, and in which place: those of this exchange, others beside
// them. Between neighbouring steps nothing moves. A lane that comes newly into play takes the place of one that is idle
// on this page, the nearest in order, or else of the one that was least in play; where it stood before on this page it
// stands again, if it can. How wide each place is depends on the actors and the room alone.

import type { LaneArrow, LaneChoice, LaneStep } from './lane-types.ts';

export interface Lane {
  readonly id: string;
  /** What its name needs, along the axis that the lanes share. */
  readonly width: number;
}

export interface PlacesInput {
  /** In the system's order. */
  readonly lanes: readonly Lane[];
  readonly room: number;
  /** The steps on this page, in order. */
  readonly steps: readonly LaneStep[];
  readonly now: number;
  /** What may come next, the default first. */
  readonly choices: readonly LaneChoice[];
}

export interface LanePlaces {
  /** Who stands where, with the width of the place; all of them, in order, where they fit. */
  readonly places: readonly Lane[];
  /** Whether an actor stands now where it stood at that step. Where it does not, what it did then is not drawn. */
  stands(actor: string, step: number): boolean;
}

interface Place {
  /** What a name that stands here may need. */
  readonly width: number;
  /** Index of the lane that stands here. */
  lane: number;
  /** In how many steps on this page that lane took part, and in which last. */
  uses: number;
  last: number;
}

export function lanePlaces({ lanes, room, steps, now, choices }: PlacesInput): LanePlaces {
  const exchanges = steps.map(({ step, actor, mark }) => ({ step, actors: partakers(actor, mark.arrows) }));
  const [offered] = choices;
  const next = offered
    ? partakers(offered.actor, offered.arrows)
    : (exchanges.find(({ step }) => step === now + 1)?.actors ?? []);
  const most = Math.max(
    2,
    ...[next, ...exchanges.map(({ actors }) => actors)].map((all) => new Set(all).size),
  );
  const then = new Standing(lanes, firstPlaces(lanes, room, most));
  for (const { step, actors } of exchanges) if (step <= now) then.bring(actors, step, true);
  const here = then.copy();
  here.bring(next, now + 1, false);
  for (const { step, actors } of exchanges) if (step > now) then.bring(actors, step, true);
  return {
    places: here.places.map(({ lane, width }) => ({ id: (lanes[lane] as Lane).id, width })),
    stands: (actor, step) => {
      const place = here.placeOf(actor);
      return place !== null && place === (then.placeAt(actor, step) ?? place);
    },
  };
}

/** The lanes in their places, as one step after another brings in those who take part. */
class Standing {
  readonly places: readonly Place[];
  private readonly lanes: readonly Lane[];
  private readonly indexOf: ReadonlyMap<string, number>;
  /** How often each lane took part, and where it came to stand, from which step on. */
  private readonly counts = new Map<number, number>();
  private readonly moves = new Map<number, { readonly step: number; readonly place: number }[]>();

  constructor(lanes: readonly Lane[], first: readonly number[]) {
    this.lanes = lanes;
    this.indexOf = new Map(lanes.map(({ id }, index) => [id, index]));
    this.places = first.map((lane) => ({ width: lanes[lane]?.width ?? 0, lane, uses: 0, last: NEVER }));
    first.forEach((lane, place) => {
      this.moves.set(lane, [{ step: NEVER, place }]);
    });
  }

  copy(): Standing {
    const same = new Standing(this.lanes, []);
    Object.assign(same, { places: this.places.map((place) => ({ ...place })) });
    for (const [lane, count] of this.counts) same.counts.set(lane, count);
    for (const [lane, moves] of this.moves) same.moves.set(lane, [...moves]);
    return same;
  }

  /**
   * Brings in those who take part in a step. Nobody of the step before goes for them, unless they `must` have a place and
   * there is no other: then what is shown before the step, as what comes next, stands in it where it stood.
   */
  bring(actors: readonly string[], step: number, must: boolean): void {
    const spare = step - 1;
    // Those who have a place keep it: none of them goes for another one of the same exchange.
    const placed = (actor: string): number => (this.placeOf(actor) === null ? 1 : 0);
    for (const actor of [...new Set(actors)].sort((a, b) => placed(a) - placed(b))) {
      const lane = this.indexOf.get(actor);
      if (lane === undefined) continue;
      const known = this.places.findIndex((one) => one.lane === lane);
      const found = known >= 0 ? known : (this.home(lane, step, spare) ?? this.free(lane, step, spare));
      const at = found < 0 && must ? this.free(lane, step, step) : found;
      const place = this.places[at];
      if (!place) continue;
      const uses = (this.counts.get(lane) ?? 0) + 1;
      this.counts.set(lane, uses);
      Object.assign(place, { lane, uses, last: step });
      const moves = this.moves.get(lane) ?? [];
      if (moves.at(-1)?.place !== at) this.moves.set(lane, [...moves, { step, place: at }]);
    }
  }

  placeOf(actor: string): number | null {
    const at = this.places.findIndex(({ lane }) => lane === this.indexOf.get(actor));
    return at < 0 ? null : at;
  }

  /** Where it stood at a step, or came to stand first; null where it never stands on this page. */
  placeAt(actor: string, step: number): number | null {
    const moves = this.moves.get(this.indexOf.get(actor) ?? -1) ?? [];
    return (moves.findLast((move) => move.step <= step) ?? moves[0])?.place ?? null;
  }

  /** Where it stood before on this page, if it did anything there and it can have the place again. */
  private home(lane: number, step: number, spare: number): number | null {
    const at = this.moves.get(lane)?.at(-1)?.place;
    const place = at === undefined ? undefined : this.places[at];
    if (at === undefined || !place) return null;
    const again = (this.counts.get(lane) ?? 0) > 0 && place.last < Math.min(spare, step - 1);
    return place.uses === 0 || again ? at : null;
  }

  /**
   * One wide enough, if there is one; one not in play in the step before; idle before used, seldom before often; one
   * that keeps the order; the nearest.
   */
  private free(lane: number, step: number, spare: number): number {
    const { places } = this;
    const width = this.lanes[lane]?.width ?? 0;
    const wishes = places.flatMap((place, at) => {
      if (place.uses > 0 && place.last >= spare) return [];
      const before = places[at - 1]?.lane ?? -1;
      const after = places[at + 1]?.lane ?? Number.POSITIVE_INFINITY;
      const cost = [
        place.width < width,
        place.last >= step - 1,
        place.uses,
        place.last,
        !(before < lane && lane < after),
        Math.abs(place.lane - lane),
      ].map(Number);
      return [{ at, cost }];
    });
    return wishes.reduce((best, one) => (less(one.cost, best.cost) ? one : best), { at: -1, cost: [2] }).at;
  }
}

const NEVER = Number.NEGATIVE_INFINITY;

/** Who takes part in a step: the ends of its messages, or the one who acts alone. */
export const partakers = (actor: string, arrows: readonly LaneArrow[]): readonly string[] =>
  arrows.length === 0 ? [actor] : arrows.flatMap(({ from, to }) => [from, to]);

/** The most lanes that fit, `least` at least, spread over the order, the one with the widest name among them. */
function firstPlaces(lanes: readonly Lane[], room: number, least: number): readonly number[] {
  const widest = lanes.reduce((most, { width }, at) => (width > (lanes[most]?.width ?? 0) ? at : most), 0);
  for (let count = lanes.length; count > least; count--) {
    const chosen = spread(lanes.length, count, widest);
    if (chosen.reduce((sum, lane) => sum + (lanes[lane]?.width ?? 0), 0) <= room) return chosen;
  }
  return spread(lanes.length, Math.min(least, lanes.length), widest);
}

function spread(all: number, count: number, kept: number): readonly number[] {
  const chosen = Array.from({ length: count }, (_, at) =>
    Math.round((at * (all - 1)) / Math.max(1, count - 1)),
  );
  if (chosen.includes(kept)) return chosen;
  const away = chosen.map((lane) => Math.abs(lane - kept));
  const nearest = away.indexOf(Math.min(...away));
  return chosen.map((lane, at) => (at === nearest ? kept : lane));
}

function less(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at >= 0 && (a[at] as number) < (b[at] as number);
}
