// What a step leaves on the lanes, what could come next there, and what the inspector shows of each actor.

import type { WorldAction } from '../../actors/world.ts';
import type { Text } from '../../base/text.ts';
import { text } from '../../base/text.ts';
import type { Arrow, Chip, Mark, Offer, Panel, Params } from '../../contract/system.ts';
import { shortened } from './narrate.ts';
import { principals, settingsOf } from './params.ts';
import { NONE, named } from './rules.ts';
import { SERVER_ID } from './server.ts';
import type { SundrWorld } from './state.ts';
import { answeredIn, operationText, serverIn, shownText, userIn } from './step.ts';
import { spelt } from './vectors.ts';

export function mark(before: SundrWorld, action: WorldAction, after: SundrWorld, params: Params): Mark {
  const chips = changedChips(before, after, params);
  const answered = answeredIn(before, action, params);
  if (answered) {
    const { user, op } = answered.ask;
    const label = operationText(op);
    const back = shownText(answered.shown, params);
    const ask = arrow(user, SERVER_ID, label, 'request');
    if (params.grain === 'message') {
      const message = { ...ask, id: action.of, kind: 'message' as const };
      return { heading: [label, back], arrows: [message], chips };
    }
    return { heading: [label, back], arrows: [ask, arrow(SERVER_ID, user, back, 'reply')], chips };
  }
  const envelope = before.net.find(({ id }) => id === action.of);
  if (!envelope) return { heading: [text(`act.${action.kind}`)], arrows: [], chips };
  const label = messageText(before, action.of, params);
  const { id, from, to } = envelope;
  return {
    heading: [label],
    arrows: [{ id, from, to, label, kind: envelope.replyTo ? 'reply' : 'message' }],
    chips,
  };
}

const arrow = (from: string, to: string, label: Text, kind: Arrow['kind']): Arrow => ({
  from,
  to,
  label,
  kind,
});

function messageText(world: SundrWorld, id: string, params: Params): Text {
  const body = world.net.find((one) => one.id === id)?.body;
  switch (body?.kind) {
    case 'ask':
      return operationText(body.op);
    case 'show':
      return shownText(body.shown, params);
    case 'commit':
      return body.entry ? text('act.upload', { id: body.entry.id }) : text('act.release');
    default:
      return text('act.meet');
  }
}

/** The value shown beside each lane. */
export function chips(world: SundrWorld, params: Params): readonly Chip[] {
  const users = principals(settingsOf(params)).map((actor): Chip => {
    const { last, refused } = userIn(world, actor);
    if (refused)
      return { actor, text: text(`chip.refused`, { check: text(`check.${refused.check}`) }), tone: 'bad' };
    return { actor, text: last ? text('chip.last', { id: last.id }) : text('chip.unsigned') };
  });
  return [...users, { actor: SERVER_ID, text: text('chip.holds', { n: serverIn(world).held.length }) }];
}

function changedChips(before: SundrWorld, after: SundrWorld, params: Params): readonly Chip[] {
  const was = chips(before, params).map((chip) => JSON.stringify(chip));
  return chips(after, params).filter((chip, i) => JSON.stringify(chip) !== was[i]);
}

export function offer(world: SundrWorld, action: WorldAction, params: Params): Offer {
  const answered = answeredIn(world, action, params);
  if (answered) {
    const { user, op } = answered.ask;
    const label = operationText(op);
    const isMessage = params.grain === 'message';
    const ask = arrow(user, SERVER_ID, label, isMessage ? 'message' : 'request');
    return {
      label: text('do.answer', { user, op: label, shown: shownText(answered.shown, params) }),
      arrows: [isMessage ? { ...ask, id: action.of } : ask],
      heading: label,
      facets: facetsOf(String(action.answer), params),
      group: 'step',
    };
  }
  const envelope = world.net.find(({ id }) => id === action.of);
  if (!envelope) {
    const heading = text(`act.${action.kind}`);
    const { actor: user } = action;
    const other = userIn(world, user).parted?.signer ?? '';
    return { label: text(`do.${action.kind}`, { user, other }), arrows: [], heading, group: 'step' };
  }
  const label = messageText(world, action.of, params);
  const { id, from, to } = envelope;
  return {
    label: text('do.arrive', {
      label,
      to: to === SERVER_ID ? text('actor.server') : text('actor.user', { id: to }),
    }),
    arrows: [{ id, from, to, label, kind: envelope.replyTo ? 'reply' : 'message' }],
    heading: label,
    group: 'step',
  };
}

/** What an answer is made of: up to which entry, or whose structures; and what became of the bytes. */
function facetsOf(answer: string, params: Params): Readonly<Record<string, Text>> {
  const { base, lie, of } = named(answer);
  const bytes = lie === null ? text('facet.signed') : text(`facet.${lie}`, { of });
  const id = (one: string | undefined): Text =>
    one === undefined ? text('facet.none') : text('facet.id', { id: one });
  const [structures = NONE, ...pending] = base.split('&');
  const ids = structures === NONE ? [] : structures.split('+');
  if (params.protocol === 'straw' || params.protocol === 'files') return { upTo: id(ids[0]), bytes };
  const whose = principals(settingsOf(params)).map((user) => [
    user,
    id(ids.find((one) => one.startsWith(user))),
  ]);
  const amid = params.protocol === 'concurrent' ? { pending: id(pending.join(' ') || undefined) } : {};
  return { ...Object.fromEntries(whose), ...amid, bytes };
}

export function inspect(world: SundrWorld, params: Params): readonly Panel[] {
  const users = principals(settingsOf(params)).map((actor): Panel => {
    const { last, done, refused, phase } = userIn(world, actor);
    const rows = [row('done', text('n', { n: done }))];
    if (phase !== 'idle') rows.push(row('phase', text(`act.${phase}`)));
    if (last) {
      rows.push(row('last', mono(last.id)));
      if (spelt(last.vector) !== '') rows.push(row('vector', mono(spelt(last.vector))));
      if (last.handle !== '') rows.push(row('handle', mono(shortened(last.handle))));
      rows.push(row('hash', mono(shortened(last.hash))), row('signature', mono(shortened(last.signature))));
      if (last.over.length > 0) rows.push(row('covers', mono(last.over.join(' '))));
    }
    if (refused) {
      rows.push(
        row('refused', text(`check.${refused.check}`)),
        row('expected', mono(shortened(refused.expected))),
        row('actual', mono(shortened(refused.actual))),
      );
    }
    return { actor, rows };
  });
  const { held, lock } = serverIn(world);
  const rows = [row('held', text('n', { n: held.length }))];
  if (lock !== null) rows.push(row('lock', mono(lock)));
  for (const { id, op, signature } of held) {
    rows.push({
      id: `entry ${id}`,
      label: mono(id),
      value: text('row.entry', { op: operationText(op), signature: shortened(signature) }),
    });
  }
  return [...users, { actor: SERVER_ID, rows }];
}

const mono = (value: string | Text): Text => text('mono', { value });
const row = (id: string, value: Text) => ({ id, label: text(`row.${id}`), value });
