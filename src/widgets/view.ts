// What a view is: a picture of a run, and the same in words. A system exports its own from systems/x/view/index.tsx; the
// lanes are one that every system has. What a view is given stands in session/view-props.ts.

import type { ReactNode } from 'react';
import type { Text } from '../base/text.ts';

/** One line of a view's account of itself, for a screen reader and the text channel. */
export interface Told {
  /** Every mark of the picture that this line tells of carries it as `data-told`. */
  readonly key: string;
  readonly text: Text;
  /** Where it tells of a step of the run, one that can be gone to. */
  readonly step?: number;
}

/**
 * Where it stands on the page. `axis`: between the headings and the ruler, on the axis of steps (axis.ts), in the place
 * of the lanes. `moment`: a frame of its own above the axis, on a phone in the place of the lanes. `experiment`: not
 * about a step; above the axis, on a phone in the place of the run.
 */
export type Stand = 'axis' | 'moment' | 'experiment';

/** One thing of the picture, as State shows it. */
export interface Thing {
  readonly name: Text;
  readonly rows: readonly {
    readonly id: string;
    readonly label: Text;
    readonly value: Text;
    readonly was: Text | null;
  }[];
}

/** The thing with this key; null where it is not there now. */
export type ThingOf<Scene> = (scene: Scene, key: string) => Thing | null;

/** What a phone shows under the picture, as a tab of its own; `name` is a key of the system's words. */
export interface Beneath<Props> {
  readonly id: string;
  readonly name: string;
  readonly Draw: (props: Props) => ReactNode;
}

export interface View<Props, Scene> {
  /** The kind of scene that it draws; a scenario names its views by it, and text `view.KIND` is its tab. */
  readonly kind: string;
  readonly stand: Stand;
  readonly Draw: (props: Props) => ReactNode;
  readonly outline: (scene: Scene) => readonly Told[];
  /** What of it can be chosen, and the tables of words that State then needs besides. */
  readonly things?: { readonly words: readonly string[]; readonly load: () => Promise<ThingOf<Scene>> };
  readonly beneath?: readonly Beneath<
    Pick<Props, Extract<keyof Props, 'scene' | 'head' | 'track' | 'cursor'>>
  >[];
}
