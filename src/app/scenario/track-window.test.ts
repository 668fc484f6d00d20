import { expect, test } from 'vitest';
import { text } from '../../base/text.ts';
import type { Track, TrackStep } from '../../session/frame.ts';
import { trackWindow } from './track-window.ts';

const step = (number: number): TrackStep => ({
  step: number,
  key: `k${number}`,
  actor: 'a',
  sentence: text('s'),
  mark: { heading: [], arrows: [], chips: [{ actor: 'a', text: text(`v${number}`) }] },
  sentSteps: [],
  verdicts: [],
  soFar: [],
  fork: false,
});
const track: Track = {
  from: 0,
  steps: [1, 2, 3, 4, 5, 6].map(step),
  chips: [{ actor: 'a', text: text('v0') }],
};

test('a page of a track begins after the step before its first, as a session’s does', () => {
  for (const first of [1, 2, 4]) {
    const page = trackWindow(track, first, 3);
    expect(page.from).toBe(first - 1);
    expect(page.steps.map((one) => one.step)).toEqual([first, first + 1, first + 2]);
    expect(page.chips.map(({ text: { key } }) => key)).toEqual([`v${first - 1}`]);
  }
});
