// How a run ends, in words: each scenario's question has a few answers, and the promises kept and broken over the run say
// which of them it is. The figures are those of the last state.

import type { Text } from '../../base/text.ts';
import { text } from '../../base/text.ts';
import type { End, Outcome, Params } from '../../contract/system.ts';
import type { Verdict } from '../../kernel/property.ts';
import { shortened } from './narrate.ts';
import { principals, settingsOf } from './params.ts';
import { ownerOf } from './program.ts';
import type { Refusal, SundrWorld } from './state.ts';
import { serverIn, userIn } from './step.ts';

interface Ending {
  readonly id: string;
  readonly when: Readonly<Record<string, Verdict>>;
}
const pick = (...list: readonly (readonly [id: string, when: Ending['when']])[]): readonly Ending[] =>
  list.map(([id, when]) => ({ id, when }));

/** `SCENARIO.end.ID`, where all these verdicts fit; the first that fits is given. */
const endings: Readonly<Record<string, readonly Ending[]>> = {
  trapdoor: pick(['broken', { authentic: 'violated' }], ['caught', { detected: 'reached' }], ['kept', {}]),
  'signed-files': pick(
    ['broken', { 'fresh-across': 'violated' }],
    ['caught', { detected: 'reached' }],
    ['kept', {}],
  ),
  'signed-log': pick(['caught', { detected: 'reached' }], ['forked', { forked: 'reached' }], ['kept', {}]),
  'drop-an-entry': pick(
    ['caught', { detected: 'reached' }],
    ['broken', { 'no-silent-harm': 'violated' }],
    ['kept', {}],
  ),
  rollback: pick(
    ['caught', { detected: 'reached' }],
    ['broken', { 'own-op-kept': 'violated' }],
    ['kept', {}],
  ),
  'why-log-fetches': pick(
    ['broken', { 'fresh-across': 'violated' }],
    ['caught', { detected: 'reached' }],
    ['forked', { forked: 'reached' }],
    ['kept', {}],
  ),
  fork: pick(
    ['caught', { detected: 'reached' }],
    ['broken', { 'no-silent-harm': 'violated' }],
    ['forked', { forked: 'reached' }],
    ['kept', {}],
  ),
  'cannot-merge': pick(
    ['broken', { 'no-merge': 'violated' }],
    ['caught', { detected: 'reached' }],
    ['forked', { forked: 'reached' }],
    ['kept', {}],
  ),
  'out-of-band': pick(['caught', { detected: 'reached' }], ['forked', { forked: 'reached' }], ['kept', {}]),
  'timestamp-box': pick(
    ['broken', { 'box-fresh': 'violated' }],
    ['caught', { detected: 'reached' }],
    ['kept', {}],
  ),
  'merkle-path': pick(
    ['broken', { authentic: 'violated' }],
    ['caught', { detected: 'reached' }],
    ['kept', {}],
  ),
  'version-vectors': pick(
    ['broken', { 'no-merge': 'violated' }],
    ['caught', { detected: 'reached' }],
    ['forked', { forked: 'reached' }],
    ['kept', {}],
  ),
  concurrent: pick(
    ['caught', { detected: 'reached' }],
    ['broken', { 'fork-consistent': 'violated' }],
    ['forked', { forked: 'reached' }],
    ['kept', {}],
  ),
  byzantine: pick(
    ['broken', { 'no-silent-harm': 'violated' }],
    ['outlived', { outlived: 'reached' }],
    ['helped', { helped: 'reached' }],
    ['caught', { detected: 'reached' }],
    ['forked', { forked: 'reached' }],
    ['kept', {}],
  ),
};

/** `beside.ID`: what no run of this shows and belongs to its question all the same. */
const BESIDE: Readonly<Record<string, string>> = {
  trapdoor: 'trust secret',
  'signed-files': 'alone',
  'signed-log': 'trust',
  rollback: 'lost',
  'why-log-fetches': 'place',
  fork: 'old names',
  'cannot-merge': 'side',
  'timestamp-box': 'box',
  concurrent: 'wait names',
  byzantine: 'votes collude removed refuse',
};

export function outcome(scenario: string, params: Params, { state, soFar }: End<SundrWorld>): Outcome {
  const fits = ({ when }: Ending): boolean =>
    Object.entries(when).every(([property, verdict]) => soFar[property] === verdict);
  const found = endings[scenario]?.find(fits);
  const beside = BESIDE[scenario];
  return {
    said: found ? text(`${scenario}.end.${found.id}`, argsOf(state, params)) : null,
    facts: factsOf(state, params),
    words: ['endings', 'beside'],
    ...(beside ? { beside: beside.split(' ').map((id) => text(`beside.${id}`)) } : {}),
  };
}

const refusers = (state: SundrWorld, params: Params): readonly string[] =>
  principals(settingsOf(params)).filter((user) => userIn(state, user).refused !== null);

/** Who refused first in the order of users, by which check and with which values; how much is held. */
function argsOf(state: SundrWorld, params: Params): Readonly<Record<string, Text | string | number>> {
  const user = refusers(state, params)[0] ?? '';
  const refusal = user === '' ? foundBefore(state, params) : userIn(state, user).refused;
  return {
    user,
    check: refusal ? text(`check.${refusal.check}`) : '',
    expected: shortened(refusal?.expected ?? ''),
    actual: shortened(refusal?.actual ?? ''),
    entries: serverIn(state).held.length,
    age: state.record.age,
    box: Number(params.box),
    helps: settingsOf(params).helps,
    removes: settingsOf(params).removes,
  };
}

/** By what a fork was known to one who has chosen a side since. */
const foundBefore = (state: SundrWorld, params: Params): Refusal | null =>
  principals(settingsOf(params))
    .map((user) => userIn(state, user).side?.refusal)
    .find((one) => one !== undefined) ?? null;

function factsOf(state: SundrWorld, params: Params): Outcome['facts'] {
  const found = refusers(state, params).map((user) => {
    const { refused } = userIn(state, user);
    return {
      id: `refused ${user}`,
      text: text('fact.refused', { user, check: text(`check.${refused?.check}`) }),
    };
  });
  const sides = principals(settingsOf(params)).flatMap((user) => {
    const { side } = userIn(state, user);
    return side ? [{ id: `side ${user}`, text: text('fact.side', { user, other: side.of.signer }) }] : [];
  });
  const again = serverIn(state).held.flatMap(({ id, signer: user, redoes }) =>
    redoes === undefined ? [] : [{ id: `again ${id}`, text: text('fact.again', { user, of: redoes, id }) }],
  );
  const { helps } = settingsOf(params);
  const signed = { id: 'signed', text: text('fact.signed', { n: serverIn(state).held.length }) };
  const fetched = state.record.done.flatMap(({ user, op, read }, i) =>
    op.kind === 'fetch'
      ? [
          {
            id: `read ${i}`,
            text: text('fact.read', {
              user,
              file: op.file,
              what: readText(read, ownerOf(op.file) === helps ? helps : ''),
            }),
          },
        ]
      : [],
  );
  return [...found, ...sides, ...again, ...fetched.slice(-2), signed];
}

/** `helps`: the file's owner, where that user helps the server. */
function readText(read: string, helps: string): Text {
  if (read === '') return text('gave.first');
  if (read !== '?') return text('gave.written', { id: read });
  return helps === '' ? text('gave.forged') : text('gave.helped', { user: helps });
}
