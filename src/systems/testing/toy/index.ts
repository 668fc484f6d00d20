// The toy's manifest: its switches, scenarios and words.

import { Refusal } from '../../../base/result.ts';
import { text } from '../../../base/text.ts';
import type { Manifest } from '../../../contract/loading.ts';
import type { Chip, Part, Scenario } from '../../../contract/system.ts';
import { schedulerSwitch } from '../../../contract/system.ts';
import type { Office } from './lock.ts';
import { CLERKS, lock } from './lock.ts';

const name = (id: string) => text(`actor.${id}`);
const chips = (office: Office): readonly Chip[] =>
  (['ann', 'ben', 'lock'] as const).map((actor) => ({ actor, text: text(`chip.${office[actor]}`) }));

const part: Part<Office> = {
  words: ['clerks'],
  model: ({ atomic, rota }) => lock(atomic === 'on', String(rota)),
  actors: () => [...CLERKS, 'lock'].map((id) => ({ id, name: name(id), role: text(`role.${id}`) })),
  start: (_, office) => chips(office),
  narrate: (_, { kind, actor }) => ({ sentence: text(`say.${kind}`, { who: name(actor) }), source: '1' }),
  mark: (before, { kind, actor }, after) => ({
    heading: [text(`act.${kind}`)],
    arrows: [{ from: actor, to: 'lock', label: text(`act.${kind}`), kind: 'request' }],
    chips: chips(after).filter((chip, index) => chip.text.key !== chips(before)[index]?.text.key),
  }),
  offer: (_, { kind, actor }) => ({
    label: text(`do.${kind}`, { who: name(actor) }),
    arrows: [{ from: actor, to: 'lock', label: text(`act.${kind}`), kind: 'request' }],
    heading: text(`act.${kind}`),
    group: 'step',
  }),
  inspect: (office) =>
    (['ann', 'ben', 'lock'] as const).map((actor) => ({
      actor,
      rows: [{ id: 'at', label: text('row.at'), value: text(`chip.${office[actor]}`) }],
    })),
  outcome: async (_, { state, soFar }) => ({
    said: text(soFar['one-inside'] === 'violated' ? 'end.both' : 'end.one'),
    words: [],
    facts: [{ id: 'lock', text: text(`chip.${state.lock}`) }],
  }),
};

const steps = (
  ...keys: readonly string[]
): Pick<Scenario, 'scheduler' | 'steps' | 'switches' | 'source'> => ({
  scheduler: { kind: 'scripted', keys, otherwise: 'first' },
  steps: 20,
  switches: ['atomic', 'rota'],
  source: '1',
});

export const toy: Manifest = {
  id: 'toy',
  version: 1,
  switches: [
    { kind: 'choice', name: 'atomic', values: ['off', 'on'], default: 'off' },
    { kind: 'text', name: 'rota', maxLength: 40, pattern: '(ann|ben)(\\n(ann|ben))*', default: 'ann\nben' },
    { kind: 'choice', name: 'reads', values: ['door', 'everywhere'], default: 'door' },
    schedulerSwitch,
  ],
  scenarios: [
    {
      id: 'look-then-take',
      params: {},
      compare: { atomic: 'on' },
      claims: { 'one-inside': 'violated', 'both-done': 'reached' },
      predictions: [
        {
          id: 'second',
          at: 3,
          shown: 4,
          options: [
            { id: 'inside', right: true, keys: ['ben.take'] },
            { id: 'waits', right: false, keys: [] },
          ],
        },
      ],
      next: 'test-and-set',
      ...steps('ann.look', 'ben.look', 'ann.take', 'ben.take', 'ann.leave', 'ben.leave'),
    },
    {
      id: 'test-and-set',
      params: { atomic: 'on' },
      compare: { atomic: 'off' },
      claims: { 'one-inside': 'holds', 'both-done': 'reached' },
      predictions: [],
      next: 'note',
      ...steps('ann.take', 'ann.leave', 'ben.take', 'ben.leave'),
    },
    {
      id: 'note',
      params: {},
      compare: { reads: 'everywhere' },
      claims: { 'one-inside': 'violated', 'both-done': 'reached' },
      predictions: [],
      next: 'look-then-take',
      ...steps('ann.note.desk.taken', 'ann.enter', 'ben.enter', 'ann.leave', 'ben.leave'),
      switches: ['reads'],
      source: '2',
    },
  ],
  async part({ id }, { rota }) {
    if (id === 'note') return (await import('./note.ts')).notePart as Part;
    const names = String(rota).split('\n');
    const line = names.findIndex((one, index) => names.indexOf(one) < index);
    if (line >= 0) throw new Refusal(text('rota.twice', { line: line + 1, who: name(names[line] ?? '') }));
    return part as Part;
  },
};
