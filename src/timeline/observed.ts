// What a person can observe of a run, as one number that grows with every step: what could be chosen next and how each
// promise stood. A link's second half is made of it. The state's own fields are not in it, so that renaming one does
// not make every link given out say that the model has changed.

import type { Model } from '../kernel/model.ts';
import type { Moment } from '../kernel/moment.ts';

/** Before the first moment. */
export const NOTHING_OBSERVED = 0x243f6a88;

const feed = (sum: number, word: number): number => Math.imul(sum ^ word, 0x01000193);
/** Spreads every bit over the word, so that a step's change is not lost in the steps after it. */
const settle = (sum: number): number => {
  const mixed = Math.imul(sum ^ (sum >>> 15), 0x85ebca6b);
  return mixed ^ (mixed >>> 13);
};

function feedString(before: number, text: string): number {
  let sum = feed(before, text.length);
  for (let i = 0; i < text.length; i++) sum = feed(sum, text.charCodeAt(i));
  return sum;
}

/** One moment more: the keys enabled in it, in order, and a number for each verdict. */
export function observeMoment(
  before: number,
  enabled: readonly { readonly key: string }[],
  verdicts: readonly number[],
): number {
  let sum = feed(before, enabled.length);
  for (const { key } of enabled) sum = feedString(sum, key);
  for (const verdict of verdicts) sum = feed(sum, verdict);
  return settle(sum);
}

/** The whole path: all its moments, and at its end the clock and when what is on its way is due. */
export function observeEnd<S>(moments: number, model: Model<S>, end: Moment<S>): number {
  const dues = (model.pending?.(end.state) ?? [])
    .map(({ id, key }) => `${key} ${end.pending.get(id)?.dueMs}`)
    .sort();
  let sum = feed(moments, end.nowMs);
  for (const due of dues) sum = feedString(sum, due);
  return settle(sum) >>> 0;
}
