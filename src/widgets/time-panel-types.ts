// What the panel of lanes, headings, ruler and properties is given; its parts take some of it.

import type { ReactNode } from 'react';
import type { AxisMark, LaneActor, LaneChoice, LaneTrack } from './lane-types.ts';
import type { StripRow } from './verdict-strip.tsx';

export interface TimePanelWords {
  readonly step: string;
  readonly start: string;
  readonly nowStep: (step: number) => string;
  readonly shortStep: (step: number) => string;
  readonly or: string;
  readonly more: (count: number) => string;
  readonly value: (step: number, length: number) => string;
  readonly goTo: (step: number) => string;
  readonly absent: string;
  readonly inapplicable: (count: number) => string;
}

export interface TimePanelProps {
  readonly actors: readonly LaneActor[];
  readonly track: LaneTrack;
  readonly first: number;
  readonly columns: number;
  readonly width: number;
  readonly now: number;
  readonly length: number;
  /** What may happen next, where it may be shown and the run ends here. */
  readonly choices: readonly LaneChoice[];
  readonly rows: readonly StripRow[];
  /** The rows are there, but nothing is decided yet: their room is kept. */
  readonly rowsQuiet: boolean;
  /** A neighbouring step glides; anything else snaps. */
  readonly glide: boolean;
  readonly words: TimePanelWords;
  readonly hot: string | null;
  /** The whole-run ruler above is the slider; this one only shows. */
  readonly still?: boolean;
  readonly lit?: readonly string[];
  /** Steps marked as causes of what is being explained. */
  readonly causes?: readonly number[];
  readonly mark?: AxisMark | null;
  onHot(key: string | null): void;
  onGo(step: number): void;
  onChoose(key: string): void;
  readonly children?: ReactNode;
}
