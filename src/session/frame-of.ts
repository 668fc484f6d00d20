// A Frame: one moment of a run as plain data, with what can happen next, what just happened, and every promise's
// verdict here and so far.

import { canonicalJson } from '../base/canonical.ts';
import { fingerprintHex } from '../base/fingerprint.ts';
import type { Text } from '../base/text.ts';
import type { Panel, Scene } from '../contract/system.ts';
import type { Action } from '../kernel/model.ts';
import type { Moment } from '../kernel/moment.ts';
import { momentFingerprint } from '../kernel/moment.ts';
import type { Window } from './api.ts';
import type { BlockedChoice, Cursor, Frame, PanelView, PropertyView } from './frame.ts';
import { questionsAt } from './questions.ts';
import type { Run } from './run.ts';
import { eyeOf, panelsSeen, propertySeen, storySeen } from './seen-by.ts';
import { triesOf } from './tries-of.ts';

/** Synchronous: throws JobNeeded where a replay needs a job, to be asked again. */
export function frameOf(run: Run, cursor: Cursor, window: Pick<Window, 'blocked' | 'seenBy'>): Frame {
  const { system, params, timeline } = run;
  const eye = eyeOf(run, window.seenBy);
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
    ...(eye === null ? {} : { seenBy: eye }),
    key: step?.action.key ?? null,
    story: step && before ? storySeen(run, before.state, step.action, moment.state, eye) : null,
    ...choicesAt(run, cursor),
    blocked: window.blocked ? blockedAt(run, moment) : null,
    properties: propertiesAt(run, cursor, moment).map((view) => propertySeen(run, view, eye)),
    panels: panelsSeen(panelsAt(run, before, moment), eye),
    tries: triesOf(run, eye),
    halt: run.halt(cursor),
    fingerprint: fingerprintHex(momentFingerprint(moment)),
    scenes: scenesOf(run, moment, eye),
    ...questionsAt(run, cursor),
  };
}

/** One for each view of the scenario that draws a state. */
export const scenesOf = (
  { system, scenario, params }: Run,
  { state }: Moment,
  seenBy: string | null,
): readonly Scene[] =>
  (scenario.views ?? []).flatMap((kind) => system.scene?.(kind, state, seenBy, params) ?? []);

/** Choices, or things that cannot happen, in one frame: a frame is small, however much is possible. */
const MOST_LISTED = 1000;

function choicesAt(run: Run, cursor: Cursor): Pick<Frame, 'choices' | 'unlisted'> {
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
  const listed = enabled.flatMap((action, index) =>
    index < MOST_LISTED || index === picked ? [{ action, isDefault: index === picked }] : [],
  );
  const choices = listed.map(({ action, isDefault }) => ({
    ...system.offer(state, action, params),
    key: action.key,
    actor: action.actor,
    kind: action.kind,
    isDefault,
    dueMs: dues.get(action.key)?.dueMs ?? null,
    sentStep: dues.get(action.key)?.sentStep ?? null,
  }));
  return { choices, unlisted: enabled.length - choices.length };
}

function blockedAt(run: Run, { state }: Moment): readonly BlockedChoice[] {
  return (run.model.blocked?.(state) ?? []).slice(0, MOST_LISTED).map((blocked) => {
    const { label, facets } = run.system.offer(state, blocked as Action, run.params);
    const { key, actor, reason } = blocked;
    return { key, actor, label, reason, ...(facets ? { facets } : {}) };
  });
}

function propertiesAt(run: Run, cursor: Cursor, { state }: Moment): readonly PropertyView[] {
  return run.model.properties.map((property, index) => {
    const here = run.timeline.verdict(cursor, index);
    const soFar = run.timeline.soFar(cursor, index);
    const shows = here === 'violated' || here === 'reached';
    return {
      name: property.name,
      kind: property.kind,
      here,
      soFar,
      broken: soFar === 'violated',
      reason: property.inapplicable ?? null,
      witness: (shows && property.witness?.(state)) || null,
      firstFlip: run.timeline.firstFlip(cursor.try, index),
      shown: run.timeline.shown(cursor, index),
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
