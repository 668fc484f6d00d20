// One page of a whole track, with the chips that stand when it opens.

import type { Track } from '../../session/frame.ts';

export function trackWindow(track: Track, first: number, columns: number): Track {
  if (first - 1 <= track.from) return { ...track, steps: track.steps.slice(0, columns) };
  const standing = new Map(track.chips.map((chip) => [chip.actor, chip]));
  for (const step of track.steps) {
    if (step.step >= first) break;
    for (const chip of step.mark.chips) standing.set(chip.actor, chip);
  }
  const steps = track.steps.filter((step) => step.step >= first && step.step < first + columns);
  return { from: first - 1, steps, chips: [...standing.values()] };
}
