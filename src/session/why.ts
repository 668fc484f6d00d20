// Why a promise is broken in the run on screen: which of its steps had to happen, in which order, in words.

import type { Text } from '../base/text.ts';
import type { Property } from '../kernel/property.ts';
import type { Progress, WhyOutcome } from './api.ts';
import type { Causes, Counterfactual } from './causes.ts';
import { why } from './causes.ts';
import type { Cursor } from './frame.ts';
import type { Run } from './run.ts';
import { refused, sessionText } from './session-text.ts';
import type { Work } from './work.ts';

/** The cleanest changes shown; a long run has many. */
const MOST_CHANGES = 24;

/** Looks at the whole path of the try on screen, for a violation that has happened by the cursor. */
export async function whyOf(
  run: Run,
  at: Cursor,
  name: string,
  work: Work,
  progress?: Progress,
): Promise<WhyOutcome> {
  const { model, timeline } = run;
  const index = model.properties.findIndex((property) => property.name === name);
  const property = model.properties[index];
  if (!property) {
    const known = model.properties.map((one) => one.name).join(', ');
    throw refused('session.unknown-property', { name, known });
  }
  if (timeline.soFar(at, index) !== 'violated') throw refused('session.never-violated', { name });
  const violatedAt = timeline.firstFlip(at.try, index) ?? 0;
  if (await isOneOrder(run, { try: at.try, step: violatedAt }, work)) {
    const sentence = await work.settle(() => aloneOf(run, at.try, violatedAt, property));
    return { property: name, steps: [], sentence, counterfactuals: [] };
  }
  const search = why(model, model.init(), timeline.tries.keys(at.try), property);
  let turn = search.next();
  while (!turn.done) {
    const share = turn.value;
    await work.pace(() => progress?.({ share }));
    turn = search.next();
  }
  const causes = turn.value;
  if (!causes) throw refused('session.never-violated', { name });
  const counterfactuals = [];
  for (const found of causes.counterfactuals.slice(0, MOST_CHANGES)) {
    const { kind, step, verdict, choices } = found;
    const change = await work.settle(() => changeOf(run, at.try, found));
    counterfactuals.push({ change, kind, step, verdict, choices });
  }
  const sentence = await work.settle(() => sentenceOf(run, at.try, property, causes));
  return { property: name, steps: causes.steps, sentence, counterfactuals };
}

/** Up to here nothing else could have happened: there is no step to leave out, and no other order. */
async function isOneOrder(run: Run, { try: id, step: last }: Cursor, work: Work): Promise<boolean> {
  const { timeline } = run;
  for (let step = 0; step < last; step++) {
    const choices = await work.settle(() => timeline.enabled(timeline.at({ try: id, step })).length);
    if (choices > 1) return false;
    await work.pace();
  }
  return last > 0;
}

/** No change of one step removes it: then what is there says why, where the property can say it. */
function aloneOf(run: Run, id: number, at: number, property: Property): Text {
  const { state } = run.timeline.at({ try: id, step: at }).moment;
  const witness = property.witness?.(state).text;
  return witness
    ? sessionText('session.why.witness', { at, witness })
    : sessionText('session.why.none', { at });
}

function sentenceOf(run: Run, id: number, property: Property, { violatedAt, counterfactuals }: Causes): Text {
  const best = counterfactuals[0];
  if (!best) return aloneOf(run, id, violatedAt, property);
  const { step, other, verdict } = best;
  if (verdict === 'open') return sessionText('session.why.open', { at: violatedAt, step });
  if (other === null) return sessionText('session.why.leave-out', { at: violatedAt, step });
  const pair = { step, other, earlier: labelOf(run, id, step), later: labelOf(run, id, other) };
  const next = counterfactuals[1];
  if (!next || next.other === null || next.verdict === 'open') {
    return sessionText('session.why.swap', { at: violatedAt, ...pair });
  }
  return sessionText('session.why.two', {
    at: violatedAt,
    ...pair,
    step2: next.step,
    other2: next.other,
    earlier2: labelOf(run, id, next.step),
    later2: labelOf(run, id, next.other),
  });
}

function changeOf(run: Run, id: number, { step, other }: Counterfactual): Text {
  return other === null
    ? sessionText('session.why.change.leave-out', { step, what: labelOf(run, id, step) })
    : sessionText('session.why.change.swap', {
        step,
        other,
        earlier: labelOf(run, id, step),
        later: labelOf(run, id, other),
      });
}

function labelOf(run: Run, id: number, step: number): Text {
  const { before, action } = run.timeline.stepTo({ try: id, step });
  return run.system.offer(before.moment.state, action, run.params).label;
}
