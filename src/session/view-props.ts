// What a view of the open run is given: what it draws, where the reader is, and three things it may ask for. Types alone,
// so that a view reaches nothing else of the page.

import type { Text } from '../base/text.ts';
import type { Findings, Params, Scene } from '../contract/system.ts';
import type { LowestOutcome, LowestRequest, Way } from './api.ts';
import type { Choice, Cursor, PanelView, RunHead, Track } from './frame.ts';

/** What a pointer or the focus rests on: an action by its key, an actor or a thing by its id. All views light the same. */
export type Hot = `action ${string}` | `actor ${string}` | `thing ${string}`;

interface Given {
  readonly head: RunHead;
  readonly cursor: Cursor;
  /** The page of steps in front of the reader. */
  readonly track: Track;
  /** What may be chosen here, the default first; nothing while a question stands open. */
  readonly choices: readonly Choice[];
  readonly hot: Hot | null;
  /** Through whose eyes: an actor's id; null: everyone's. */
  readonly seenBy: string | null;
  readonly size: { readonly width: number; readonly phone: boolean };
  goTo(step: number): void;
  choose(key: string): void;
  setHot(hot: Hot | null): void;
}

export interface ViewProps<S extends Scene = Scene> extends Given {
  readonly scene: S;
  /** The state of each who is seen, with what this step changed. */
  readonly panels: readonly PanelView[];
  /** The thing that State shows beside the actors (`View.things`), by its key; it may be chosen where `pick` is. */
  readonly picked?: string | null;
  pick?(thing: string | null): void;
}

/** An experiment's scene is what it found: made by a simulation under these settings, not from a state. */
export interface ExperimentProps extends Given {
  readonly params: Params;
  readonly seed: number;
  /** What was found last; out of date while it runs. */
  readonly findings: Findings | null;
  /** From 0 to 1, while it runs. */
  readonly progress: number | null;
  readonly failure: Text | null;
  /** Resolves once the settings are these. */
  set(changes: Params): Promise<unknown>;
  /** Measures: again under the same seed, or under another one. */
  /** Where to go from here. */
  readonly next: { readonly scenario: string; readonly href: string } | null;
  measure(seed: 'same' | 'another'): void;
  stop(): void;
  /** Real work that is watched (`SessionApi.lowest`), by up to `cores` workers. */
  lowest(request: LowestRequest, way: Way): Promise<LowestOutcome>;
  readonly cores: number;
  /** Opens the steps of the small run. */
  steps(): void;
}
