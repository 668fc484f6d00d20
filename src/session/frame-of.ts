// A Frame: one moment of a run as plain data, with what can happen next, what just happened, and every promise's
// verdict here and so far.

import { canonicalJson } from '../base/canonical.ts';
import type { Text } from '../base/text.ts';
import { fingerprintHex } from '../kernel/fingerprint.ts';
import type { Action } from '../kernel/model.ts';
import type { Moment } from '../kernel/moment.ts';
import { momentFingerprint } from '../kernel/moment.ts';
import type { Panel } from '../kernel/system.ts';
import type { BlockedChoice, Choice, Cursor, Frame, PanelView, PropertyView, TryInfo } from './frame.ts';
import type { Run } from './run.ts';

/** Synchronous: throws JobNeeded where a replay needs a job, to be asked again. */
export function frameOf(run: Run, cursor: Cursor): Frame {
  const { system, params, timeline } = run;
  const here = timeline.at(cursor);
  const { moment } = here;
  const step = cursor.step > 0 ? timeline.stepTo(cursor) : null;
  const before = step?.before.moment ?? null;
  return {
    system: system.id,
    scenario: run.scenario.id,
    params,
    seed: run.seed,
    cursor,
    length: run.length(cursor.try),
    nowMs: moment.nowMs,
    key: step?.action.key ?? null,
    story: step && before ? system.narrate(before.state, step.action, moment.state, params) : null,
    choices: choicesAt(run, cursor),
    blocked: blockedAt(run, moment),
    properties: propertiesAt(run, cursor, moment),
    panels: panelsAt(run, before, moment),
    tries: triesOf(run),
    fingerprint: fingerprintHex(momentFingerprint(moment)),
    state: moment.state,
    prediction: predictionAt(run, cursor),
  };
}

function choicesAt(run: Run, cursor: Cursor): readonly Choice[] {
  const { system, params, timeline, model } = run;
  const stand = timeline.at(cursor);
  const { state, pending: inFlight } = stand.moment;
  const enabled = timeline.enabled(stand);
  const picked = timeline.pick(stand);
  const dues = new Map<string, { readonly dueMs: number; readonly sentStep: number }>();
  for (const { id, key } of model.pending?.(state) ?? []) {
    const flight = inFlight.get(id);
    const known = dues.get(key);
    if (flight && (!known || flight.dueMs < known.dueMs)) dues.set(key, flight);
  }
  return enabled.map((action, index) => ({
    ...system.offer(state, action, params),
    key: action.key,
    actor: action.actor,
    kind: action.kind,
    isDefault: index === picked,
    dueMs: dues.get(action.key)?.dueMs ?? null,
    sentStep: dues.get(action.key)?.sentStep ?? null,
  }));
}

function blockedAt(run: Run, { state }: Moment): readonly BlockedChoice[] {
  return (run.model.blocked?.(state) ?? []).map((blocked) => ({
    key: blocked.key,
    actor: blocked.actor,
    label: run.system.offer(state, blocked as Action, run.params).label,
    reason: blocked.reason,
  }));
}

function propertiesAt(run: Run, cursor: Cursor, { state }: Moment): readonly PropertyView[] {
  return run.model.properties.map((property, index) => {
    const here = run.timeline.verdict(cursor, index);
    const shows = here === 'violated' || here === 'reached';
    return {
      name: property.name,
      kind: property.kind,
      here,
      soFar: run.timeline.soFar(cursor, index),
      reason: property.inapplicable ?? null,
      witness: (shows && property.witness?.(state)) || null,
      firstFlip: run.timeline.firstFlip(cursor.try, index),
    };
  });
}

function panelsAt(run: Run, before: Moment | null, here: Moment): readonly PanelView[] {
  const { system, params } = run;
  const was = valuesOf(before ? system.inspect(before.state, params) : []);
  return system.inspect(here.state, params).map(({ actor, rows }) => ({
    actor,
    rows: rows.map((row) => {
      const old = was.get(rowName(actor, row.id));
      const changed = old !== undefined && canonicalJson(old) !== canonicalJson(row.value);
      return { ...row, was: changed ? old : null };
    }),
  }));
}

const rowName = (actor: string, row: string): string => JSON.stringify([actor, row]);

function valuesOf(panels: readonly Panel[]): ReadonlyMap<string, Text> {
  const values = new Map<string, Text>();
  for (const { actor, rows } of panels) for (const row of rows) values.set(rowName(actor, row.id), row.value);
  return values;
}

function triesOf(run: Run): readonly TryInfo[] {
  const { tries } = run.timeline;
  return tries.list().map(({ id, name, parent }) => {
    const length = tries.length(id);
    const violated = run.model.properties
      .filter((property, index) => property.kind === 'always' && run.timeline.firstFlip(id, index) !== null)
      .map((property) => property.name);
    return {
      id,
      name,
      from: parent,
      length,
      first: run.firstSentences(id),
      ended: { over: run.isOver(id), violated },
    };
  });
}

/** A guess is asked where the run so far is the default run's, under the settings its answer is true for. */
function predictionAt(run: Run, cursor: Cursor): string | null {
  const prediction = run.scenario.predictions.find(({ at }) => at === cursor.step);
  const expected = run.defaultKeys;
  if (!prediction || !expected || expected.length < prediction.at) return null;
  const keys = run.timeline.tries.keys(cursor.try, 0, prediction.at);
  return keys.every((key, index) => key === expected[index]) ? prediction.id : null;
}
