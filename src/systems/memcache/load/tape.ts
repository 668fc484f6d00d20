// Steps of a load scenario: the moments that matter of a small run of its simulation, as a Recording. Each beat names
// who did what to whom and the counters it left; words, marks and the inspector are read off it alone.

import { grouped, short } from '../../../base/numbers.ts';
import type { Text } from '../../../base/text.ts';
import { text } from '../../../base/text.ts';
import type { ActorInfo, Chip, Panel, Params, Part, SmallRun } from '../../../contract/system.ts';
import type { Property } from '../../../kernel/property.ts';
import type { Recorded, RecordedAction, RecordedState } from '../../../kernel/recording.ts';
import { recording } from '../../../kernel/recording.ts';

/** Counters, named `LANE.ROW`. */
export type Values = Readonly<Record<string, number>>;

export interface Beat extends Recorded {
  /** The receiver, where something was sent. */
  readonly to?: string;
  /** How the arrow is drawn. */
  readonly arrow?: 'request' | 'reply' | 'message' | 'lost';
  readonly args?: Readonly<Record<string, string | number | Text>>;
  /** Counters after it, where they changed. */
  readonly set?: Values;
  /** Says why it matters: `SCENARIO.why.KIND`. */
  readonly why?: true;
}

export interface Lane {
  /** `NAME` or `NAME-3`: the name's text is `lane.NAME` or `lane.NAME.n`, with {n}. */
  readonly id: string;
  /** Its role's text is `role.load.ROLE`; by its name, where this is not given. */
  readonly role?: string;
  /** Counters for the inspector; the first, if any, is shown beside the lane. */
  readonly rows: readonly string[];
  /** Above this the first counter is shown as bad. */
  readonly limit?: number;
}

export interface TapeOptions {
  readonly scenario: string;
  /** Section of the paper. */
  readonly source: string;
  /** How small it is, for the text `SCENARIO.small`. */
  readonly small: (params: Params) => Readonly<Record<string, string | number | Text>>;
  readonly lanes: (params: Params) => readonly Lane[];
  readonly start?: (params: Params) => Values;
  readonly beats: (params: Params, seed: number) => readonly Beat[];
  readonly properties: (params: Params) => readonly Kept[];
}
/** A promise; where it is about counters that have a limit, by how much they are over it. */
type Kept = Property<Values> & { readonly over?: (values: Values) => number };

export type TapeState = RecordedState<Values>;
export type TapeAction = RecordedAction<Beat>;

export const laneName = (id: string): Text => {
  const [, name = id, n = ''] = /^(.*?)(?:-(\d+))?$/.exec(id) ?? [];
  return n === '' ? text(`lane.${name}`) : text(`lane.${name}.n`, { n });
};

/** Steps that can be looked at whole before anybody takes them. */
export interface Tape extends Omit<Part<TapeState, TapeAction>, 'words'> {
  readonly small: (params: Params, seed: number) => SmallRun;
}

export function tapePart(options: TapeOptions): Tape {
  const { scenario, source } = options;
  const zeros = (params: Params): Values =>
    Object.fromEntries(
      options.lanes(params).flatMap(({ id, rows }) => rows.map((row) => [`${id}.${row}`, 0] as const)),
    );
  const heading = ({ kind, args }: Beat): Text => text(`${scenario}.do.${kind}`, args);
  const chip = ({ id, rows, limit }: Lane, values: Values): Chip => {
    const row = rows[0] ?? '';
    const n = values[`${id}.${row}`] ?? 0;
    const bad = limit !== undefined && n > limit;
    return {
      actor: id,
      text: text(`chip.load.${row}`, { n: short(n) }),
      ...(bad ? { tone: 'bad' as const } : {}),
    };
  };
  const shown = (params: Params) => options.lanes(params).filter(({ rows }) => rows.length > 0);
  const arrows = (beat: Beat) =>
    beat.to === undefined
      ? []
      : [{ from: beat.actor, to: beat.to, label: heading(beat), kind: beat.arrow ?? ('message' as const) }];

  return {
    small(params, seed) {
      const beats = options.beats(params, seed);
      const over = options.properties(params).flatMap((kept) => (kept.over ? [kept.over] : []));
      let values: Values = { ...zeros(params), ...options.start?.(params) };
      const bad: number[] = [];
      beats.forEach(({ set }, at) => {
        const after = set ? { ...values, ...set } : values;
        if (over.some((by) => by(after) > by(values))) bad.push(at + 1);
        values = after;
      });
      return { says: text(`${scenario}.small`, options.small(params)), steps: beats.length, bad };
    },
    model(params, seed) {
      return recording<Beat, Values>({
        events: options.beats(params, seed),
        start: { ...zeros(params), ...options.start?.(params) },
        apply: (values, { set }) => (set ? { ...values, ...set } : values),
        properties: options.properties(params),
      });
    },
    actors: (params): readonly ActorInfo[] =>
      options.lanes(params).map(({ id, role = id.replace(/-\d+$/, '') }) => ({
        id,
        name: laneName(id),
        role: text(`role.load.${role}`),
      })),
    start: (params, { value }) => shown(params).map((lane) => chip(lane, value)),
    narrate(_before, { event }) {
      const args = {
        who: laneName(event.actor),
        ...(event.to === undefined ? {} : { to: laneName(event.to) }),
        ...event.args,
      };
      return {
        sentence: text(`${scenario}.say.${event.kind}`, args),
        ...(event.why ? { why: text(`${scenario}.why.${event.kind}`, args) } : {}),
        source,
      };
    },
    mark(before, { event }, after, params) {
      const chips = shown(params).flatMap((lane) => {
        const now = chip(lane, after.value);
        return JSON.stringify(now) === JSON.stringify(chip(lane, before.value)) ? [] : [now];
      });
      return { heading: [heading(event)], arrows: arrows(event), chips };
    },
    offer(_state, { event }) {
      return {
        label: text('do.load', { who: laneName(event.actor), label: heading(event) }),
        arrows: arrows(event),
        heading: heading(event),
        group: 'step',
      };
    },
    inspect: ({ value }, params): readonly Panel[] =>
      options.lanes(params).map(({ id, rows }) => ({
        actor: id,
        rows: rows.map((row) => ({
          id: row,
          label: text(`row.load.${row}`),
          value: text('n', { n: grouped(value[`${id}.${row}`] ?? 0) }),
        })),
      })),
  };
}

/** The figures that make it so, for the text `witness.SCENARIO.PROPERTY`. */
export interface Because {
  readonly scenario: string;
  readonly args?: Readonly<Record<string, string | number>>;
}

/** A promise about a counter: never above its limit. Broken, it says the arithmetic. */
export const staysBelow = (
  name: string,
  counters: readonly string[],
  limit: number,
  { scenario, args }: Because,
): Kept => {
  const over = (values: Values) => counters.find((counter) => (values[counter] ?? 0) > limit);
  return {
    name,
    kind: 'always',
    judge: (values) => over(values) === undefined,
    over: (values) => counters.reduce((sum, counter) => sum + Math.max(0, (values[counter] ?? 0) - limit), 0),
    witness(values) {
      const counter = over(values) ?? counters[0] ?? '';
      const lane = counter.slice(0, counter.indexOf('.'));
      return {
        text: text(`witness.${scenario}.${name}`, {
          who: laneName(lane),
          n: short(values[counter] ?? 0),
          limit: short(limit),
          ...args,
        }),
        actors: [lane],
      };
    },
  };
};

/** Something seen at least once: a counter reaches a number. */
export const reaches = (name: string, counter: string, least = 1): Property<Values> => ({
  name,
  kind: 'sometimes',
  judge: (values) => (values[counter] ?? 0) >= least,
});
