// How a run ended, and how two runs of the same choices ended differently: one sentence a setting, made from both ends.

import { canonicalJson } from '../base/canonical.ts';
import { numberWords } from '../base/number-words.ts';
import type { Text } from '../base/text.ts';
import { excerpt, text } from '../base/text.ts';
import type { Outcome, Params, Switch } from '../contract/system.ts';
import type { Verdict } from '../kernel/property.ts';
import { atEnd } from '../kernel/property.ts';
import type { Cursor } from './frame.ts';
import type { Run } from './run.ts';
import { sessionText } from './session-text.ts';
import type { Work } from './work.ts';

/** A run's end, with each promise over the whole of it. */
export interface Ended extends Outcome {
  readonly params: Params;
  readonly soFar: Readonly<Record<string, Verdict>>;
}

export async function endOf(run: Run, at: Cursor, work: Work): Promise<Ended> {
  const { system, params, timeline, model } = run;
  const { state } = (await work.settle(() => timeline.at(at))).moment;
  const over = run.isOver(at.try) && at.step === run.length(at.try);
  const soFar: Record<string, Verdict> = {};
  model.properties.forEach(({ name }, index) => {
    const verdict = timeline.soFar(at, index);
    soFar[name] = over ? atEnd(verdict) : verdict;
  });
  const outcome = await system.outcome?.(params, { state, soFar });
  return {
    params,
    soFar,
    said: outcome?.said ?? null,
    facts: outcome?.facts ?? [],
    words: outcome?.words ?? [],
    ...(outcome?.beside ? { beside: outcome.beside } : {}),
  };
}

/** What came of it under each setting; `names` are the switches that the two differ in. */
export function comparedWords(
  a: Ended,
  b: Ended,
  switches: readonly Switch[],
  names: readonly string[],
): Text {
  const changed = switches.filter(({ name }) => names.includes(name));
  const words = [a, b].map((end, index) => {
    const other = index === 0 ? b : a;
    return sessionText('session.compared.side', {
      setting: joined(changed.map((one) => settingWords(one, end.params))),
      said: endWords(end, other),
    });
  });
  // What is said may name a setting: then it is true of one run alone.
  if (sameEnd(a, b) && saidOf(a) === saidOf(b))
    return sessionText('session.compared.same', { said: endWords(a, b) });
  return sessionText('session.compared', { a: words[0] ?? '', b: words[1] ?? '' });
}

/** Nothing that can be seen of the two ends differs. A promise made under one setting only is no difference. */
export function sameEnd(a: Ended, b: Ended): boolean {
  return differing(a, b).length === 0 && factsOf(a) === factsOf(b);
}

const saidOf = ({ said }: Outcome): string => canonicalJson(said);

const factsOf = ({ facts }: Outcome): string => canonicalJson(facts.map(({ id, text: said }) => [id, said]));

const differing = (a: Ended, b: Ended): readonly string[] =>
  Object.keys(a.soFar).filter((name) => {
    const other = b.soFar[name];
    const means = (verdict: Verdict | undefined) => verdict !== undefined && verdict !== 'does not apply';
    return means(a.soFar[name]) && means(other) && a.soFar[name] !== other;
  });

/** The answer; where both ends have the same one, or none, the facts and promises that differ. */
function endWords(end: Ended, other: Ended): Text {
  const same = end.said === null || saidOf(end) === saidOf(other);
  if (end.said !== null && (!same || sameEnd(end, other))) return end.said;
  const theirs = new Map(other.facts.map((fact) => [fact.id, canonicalJson(fact.text)]));
  const facts = end.facts.filter((fact) => theirs.get(fact.id) !== canonicalJson(fact.text));
  const promises = differing(end, other).map((name) =>
    sessionText('session.end.promise', {
      property: text(`property.${name}`),
      verdict: sessionText(`session.verdict.${end.soFar[name] as Verdict}`),
    }),
  );
  const own = [...promises, ...facts.map((fact) => fact.text)];
  return own.length > 0 ? sessionText('session.end.sentence', { all: joined(own) }) : wholeOf(end);
}

/** What an end shows, where nothing in it differs from the other but what the other has besides. */
const wholeOf = ({ facts }: Ended): Text =>
  facts.length > 0
    ? sessionText('session.end.sentence', { all: joined(facts.map((fact) => fact.text)) })
    : sessionText('session.end.nothing');

const joined = (parts: readonly Text[]): Text =>
  parts.length === 0
    ? sessionText('session.end.nothing')
    : parts.reduce((all, part) => sessionText('session.end.and', { all, part }));

function settingWords(one: Switch, params: Params): Text {
  const value = params[one.name] ?? one.default;
  const said = valueWords(one, value, params);
  return sessionText('session.compared.setting', { name: text(`switch.${one.name}`), value: said });
}

function valueWords(one: Switch, value: string | number, params: Params): Text {
  switch (one.kind) {
    case 'number':
      return numberWords(one, Number(value), params);
    case 'text':
      return sessionText('session.compared.text', { start: excerpt(String(value)) });
    case 'choice':
      return text(`switch.${one.name}.${value}`);
  }
}
