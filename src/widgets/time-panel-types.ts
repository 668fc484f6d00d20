// What the axis of steps and the lanes on it are given; their parts take some of it.

import type { ReactNode } from 'react';
import type { AxisMark, LaneActor, LaneChoice, LaneStep, LaneTrack } from './lane-types.ts';
import type { StripRow, StripWords } from './verdict-strip.tsx';

export interface TimePanelWords extends StripWords {
  readonly step: string;
  readonly start: string;
  readonly nowStep: (step: number) => string;
  readonly or: string;
  readonly more: (count: number) => string;
  readonly value: (step: number, length: number) => string;
  readonly goTo: (step: number) => string;
}

export interface LaneWords {
  readonly absent: string;
  readonly others: (count: number) => string;
  readonly showAll: string;
  readonly showFew: string;
  /** Said of a value that is not so in the run beside. */
  readonly differs?: string;
}

/** A page of steps, where the reader stands in it, and what may come next. */
interface Steps {
  readonly track: LaneTrack;
  readonly first: number;
  readonly columns: number;
  readonly width: number;
  /** Headings have long names in them (axis.ts). */
  readonly long?: boolean;
  readonly now: number;
  /** What may happen next, where it may be shown and the run ends here. */
  readonly choices: readonly LaneChoice[];
  readonly hot: string | null;
  /** Steps marked as causes of what is being explained. */
  readonly causes?: readonly number[];
  readonly mark?: AxisMark | null;
  onHot(key: string | null): void;
  onGo(step: number): void;
  onChoose(key: string): void;
}

export interface TimePanelProps extends Steps {
  /** Columns close together (axis.ts). */
  readonly close?: boolean;
  readonly length: number;
  readonly rows: readonly StripRow[];
  /** The rows are there, but nothing is decided yet: their room is kept. */
  readonly rowsQuiet: boolean;
  /** A neighbouring step glides; anything else snaps. */
  readonly glide: boolean;
  readonly words: TimePanelWords;
  /** Columns that are outlined, since the run beside differs there. */
  readonly differs?: readonly number[];
  /** Without a ruler: another panel on the same axis has it. */
  readonly bare?: boolean;
  /** The whole-run ruler above is the slider; this one only shows. */
  readonly still?: boolean;
  /** What stands on the axis, between the headings and the ruler. */
  readonly children?: ReactNode;
  /** A picture of the moment, in the lamp's frame: it stands above the headings, and nothing between them and the promises. */
  readonly above?: ReactNode;
}

export interface LanesProps extends Omit<Steps, 'causes' | 'mark' | 'onGo'> {
  readonly actors: readonly LaneActor[];
  /** Who is part of what went wrong. */
  readonly lit?: readonly string[];
  /** The actor that the pointer rests on, here or in another view. */
  readonly hotActor?: string | null;
  onHotActor?(id: string | null): void;
  /** Steps by which lanes are drawn or folded, where not those of the track alone: two runs side by side show the same. */
  readonly inPlay?: readonly LaneStep[];
  /** Who shares one lane below, until all are asked for: two at least, or nobody. */
  readonly fold?: readonly string[];
  /** Lanes close together: another run's stand under them. */
  readonly tight?: boolean;
  readonly words: LaneWords;
}
