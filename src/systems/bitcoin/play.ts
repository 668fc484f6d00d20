// A scenario of Bitcoin as a small Model with its words. A play says who is there, what may be done next, what comes of it
// by the real rules, and how that reads; the Part that the rest of the program asks for is made from it here.

import type { Text, TextArg } from '../../base/text.ts';
import { text } from '../../base/text.ts';
import type { Chip, End, Eyes, Outcome, Panel, Params, Part, Scene } from '../../contract/system.ts';
import type { Action, Blocked, Model } from '../../kernel/model.ts';
import type { Property } from '../../kernel/property.ts';

export type Args = Readonly<Record<string, TextArg>>;

/** Who does it to whom, in a few words over the column, with what stands in `do.KIND` and `say.KIND.ENDING`. */
export interface Deed {
  readonly from: string;
  /** One, or several at once. */
  readonly to: string | readonly string[];
  readonly label: Text;
  readonly args: Args;
}

/** What came of it. */
export interface Came {
  /** The rest of the key of its sentence: `say.KIND.ENDING`. */
  readonly ending: string;
  readonly answer: Text | null;
  /** What those answer who answer otherwise. */
  readonly others?: Readonly<Record<string, Text>>;
  readonly why?: Text;
  readonly source: string;
  readonly args?: Args;
}

export interface Play<S = unknown> {
  readonly words: readonly string[];
  /** Kinds that only a person picks. */
  readonly faults?: readonly string[];
  lanes(params: Params): readonly string[];
  init(params: Params): S;
  enabled(state: S, params: Params): readonly Action[];
  blocked?(state: S, params: Params): readonly Blocked[];
  next(state: S, action: Action, params: Params): S;
  properties(params: Params): readonly Property<S>[];
  deed(state: S, action: Action, params: Params): Deed;
  came(before: S, action: Action, after: S, params: Params): Came;
  chips(state: S, params: Params): readonly Chip[];
  rows(state: S, params: Params): readonly Panel[];
  ending(params: Params, end: End<S>): Omit<Outcome, 'words'>;
  /** What the view of this kind draws, as this one sees it; null where it draws nothing of it. */
  scene?(kind: string, state: S, params: Params, seenBy: string | null): Scene | null;
  readonly eyes?: Eyes<S>;
}

const each = (to: Deed['to']): readonly string[] => (typeof to === 'string' ? [to] : to);

export const actorName = (id: string): Text => text(`actor.${id}`);

/** The parts of a run that are about words and marks, and its Model. */
export function partOf<S>(play: Play<S>): Part<S> {
  const { words, faults } = play;
  const same = (a: Chip, b: Chip | undefined): boolean => JSON.stringify(a) === JSON.stringify(b);
  const { scene, eyes } = play;
  return {
    words,
    model: (params): Model<S> => ({
      init: () => play.init(params),
      enabled: (state) => play.enabled(state, params),
      blocked: (state) => play.blocked?.(state, params) ?? [],
      next: (state, action) => play.next(state, action, params),
      properties: play.properties(params),
      ...(faults ? { faults: new Set(faults) } : {}),
    }),
    actors: (params) =>
      play.lanes(params).map((id) => ({ id, name: actorName(id), role: text(`role.${id}`) })),
    start: (params, state) => play.chips(state, params),
    narrate(before, action, after, params) {
      const { args, label } = play.deed(before, action, params);
      const { ending, why, source, args: more, answer } = play.came(before, action, after, params);
      const all = { ...args, label, ...(answer ? { answer } : {}), ...more };
      return { sentence: text(`say.${action.kind}.${ending}`, all), ...(why ? { why } : {}), source };
    },
    mark(before, action, after, params) {
      const { from, to, label } = play.deed(before, action, params);
      const { answer, others } = play.came(before, action, after, params);
      const kind = answer ? 'request' : 'message';
      const asked = each(to).filter((one) => one !== from);
      const was = new Map(play.chips(before, params).map((chip) => [chip.actor, chip]));
      return {
        heading: answer ? [label, answer] : [label],
        arrows: [
          ...asked.map((one) => ({ from, to: one, label, kind }) as const),
          ...(answer
            ? asked.map(
                (one) => ({ from: one, to: from, label: others?.[one] ?? answer, kind: 'reply' }) as const,
              )
            : []),
        ],
        chips: play.chips(after, params).filter((chip) => !same(chip, was.get(chip.actor))),
      };
    },
    offer(state, action, params) {
      const { from, to, label, args } = play.deed(state, action, params);
      return {
        label: text(`do.${action.kind}`, { ...args, label }),
        heading: label,
        arrows: each(to)
          .filter((one) => one !== from)
          .map((one) => ({ from, to: one, label, kind: 'request' })),
        group: faults?.includes(action.kind) ? 'fault' : 'step',
      };
    },
    inspect: (state, params) => play.rows(state, params),
    ...(scene
      ? {
          scene: (kind: string, state: S, seenBy: string | null, params: Params) =>
            scene(kind, state, params, seenBy),
        }
      : {}),
    ...(eyes ? { eyes } : {}),
    outcome: async (params, end) => ({ ...play.ending(params, end), words }),
  } as Part<S>;
}

export const row = (id: string, value: Text | string | number, args?: Args): Panel['rows'][number] => ({
  id,
  label: text(`row.${id}`, args),
  value: typeof value === 'object' ? value : text('n', { n: value }),
});
