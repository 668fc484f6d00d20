// Steps and choices for the tests of the lanes: an exchange is "a>b", its heading the same.

import type { Text } from '../../base/text.ts';
import { text } from '../../base/text.ts';
import type { LaneArrow, LaneChip, LaneChoice, LaneStep } from '../lane-types.ts';

const arrow = (way: string, kind: LaneArrow['kind']): LaneArrow => {
  const [from = '', to = ''] = way.split('>');
  return { from, to, label: text(way), kind };
};

/** An exchange: a request and its reply. */
export function exchange(step: number, way: string, chips: readonly LaneChip[] = []): LaneStep {
  const [from = '', to = ''] = way.split('>');
  return {
    ...alone(step, from),
    mark: { heading: [text(way)], arrows: [arrow(way, 'request'), arrow(`${to}>${from}`, 'reply')], chips },
    sentSteps: [step, step],
  };
}

/** A message that was sent in an earlier step. */
export const arrival = (step: number, way: string, sentStep: number): LaneStep => ({
  ...alone(step, way.split('>')[1] ?? ''),
  mark: { heading: [text(way)], arrows: [arrow(way, 'message')], chips: [] },
  sentSteps: [sentStep],
});

/** Something that one actor does by itself. */
export const alone = (step: number, actor: string): LaneStep => ({
  step,
  actor,
  sentence: text('happens'),
  mark: { heading: [text(actor)], arrows: [], chips: [] },
  sentSteps: [],
  verdicts: [],
  soFar: [],
  fork: false,
});

export const choice = (key: string, way: string, sentStep: number | null = null): LaneChoice => ({
  key,
  actor: way.split('>')[0] ?? '',
  label: text(key),
  heading: text(key),
  arrows: way.includes('>') ? [arrow(way, 'request')] : [],
  sentStep,
});

export const chip = (actor: string, label: string): LaneChip => ({ actor, text: text(label) });

/** 8 px a letter of the key; a dash is nothing. */
export const widthOf = ({ key }: Text): number => (key === '–' ? 0 : key.length * 8);
