// `mine-a-block`, in words and marks: a lane for each worker and one for what they share.

import { bytesOfHex, hexOf } from '../../../base/bytes.ts';
import { grouped } from '../../../base/numbers.ts';
import type { Text, TextArg } from '../../../base/text.ts';
import { text } from '../../../base/text.ts';
import type { Arrow, Chip, Params, Part } from '../../../contract/system.ts';
import { displayed, hashOf } from './hash.ts';
import type { Changed, Miners, Mining } from './model.ts';
import { bestRange, edgesOf, headerAt, miners, workerName } from './model.ts';
import type { MiningSettings } from './settings.ts';
import { miningSettings } from './settings.ts';

const SHARED = 'shared';
const SOURCE = '4';

const hashText = (settings: MiningSettings, changed: Changed, nonce: number): string =>
  hexOf(displayed(hashOf(bytesOfHex(headerAt(settings, changed)), nonce)));
/** As much of a hash as there is room for; its end says nothing. */
const short = (hash: string): string => `${hash.slice(0, 16)}…`;

/** Of a range: its number and its nonces. */
function spanArgs(settings: MiningSettings, range: number): Record<string, TextArg> {
  const { from, to } = edgesOf(settings, range);
  return { range, first: grouped(from), last: grouped(to - 1) };
}

const nonceText = (nonce: number | null): Text =>
  nonce === null ? text('mining.none') : text('mining.nonce', { nonce: grouped(nonce) });

function chipsOf(settings: MiningSettings, state: Miners): readonly Chip[] {
  return [
    ...settings.workers.map((worker): Chip => {
      const range = state.at[worker];
      if (range === undefined) return { actor: worker, text: text('mining.away'), tone: 'bad' };
      return { actor: worker, text: range === null ? text('chip.none') : text('mining.range', { range }) };
    }),
    {
      actor: SHARED,
      text: state.won === null ? text('mining.next', { next: state.next }) : nonceText(state.won),
    },
  ];
}

const changed = (before: readonly Chip[], after: readonly Chip[]): readonly Chip[] =>
  after.filter((chip, i) => JSON.stringify(chip) !== JSON.stringify(before[i]));

function arrowsOf({ kind, actor, range }: Mining, hit: number | null | undefined): readonly Arrow[] {
  const key = `${actor}.${range}`;
  switch (kind) {
    case 'claim':
      return [{ from: actor, to: SHARED, label: text('mining.range', { range }), kind: 'request' }];
    case 'try':
      return hit === undefined
        ? []
        : [{ from: actor, to: SHARED, id: key, label: nonceText(hit), kind: 'message' }];
    case 'lose':
    case 'extra':
    case 'later':
      return [];
  }
}

const triedLast = (after: Miners): number | null => after.tried[after.tried.length - 1]?.hit ?? null;

const cached = new Map<string, MiningSettings>();
/** The same settings are worked out once. */
function settingsOf(params: Params): MiningSettings {
  const key = JSON.stringify(params);
  const found = cached.get(key) ?? miningSettings(params);
  if (cached.size > 64) cached.clear();
  cached.set(key, found);
  return found;
}

export const mineABlock: Part<Miners, Mining> = {
  words: ['system', 'mine-a-block', 'mining-page'],
  model: (params) => miners(settingsOf(params)),
  actors: (params) => [
    ...settingsOf(params).workers.map((id) => ({ id, name: workerName(id), role: text('role.worker') })),
    { id: SHARED, name: text('actor.shared'), role: text('role.shared') },
  ],
  start: (params, state) => chipsOf(settingsOf(params), state),

  narrate(before, { kind, actor, range }, after, params) {
    const settings = settingsOf(params);
    const who = workerName(actor);
    const span = spanArgs(settings, range);
    switch (kind) {
      case 'claim':
        return {
          sentence: text(before.left.includes(range) ? 'say.claim.again' : 'say.claim', { who, ...span }),
          why: text('why.claim'),
          source: SOURCE,
        };
      case 'extra': {
        const root = headerAt(settings, after).slice(72, 136);
        return {
          sentence: text('say.extra', { who, extra: range, root: hexOf(displayed(bytesOfHex(root))) }),
          why: text('why.extra'),
          source: SOURCE,
        };
      }
      case 'later':
        return {
          sentence: text('say.later', { who, seconds: range }),
          why: text('why.later'),
          source: SOURCE,
        };
      case 'lose':
        return before.at[actor] === null
          ? { sentence: text('say.lose.idle', { who }), source: SOURCE }
          : {
              sentence: text('say.lose', { who, range: before.at[actor] as number }),
              why: text('why.lose'),
              source: SOURCE,
            };
      case 'try': {
        const hit = triedLast(after);
        if (hit === null) {
          const near = after.nearest;
          return {
            sentence: text('say.try.none', { who, ...span }),
            ...(near
              ? { why: text('why.try.none', { hash: short(hashText(settings, near, near.at)) }) }
              : {}),
            source: SOURCE,
          };
        }
        const args = { who, nonce: grouped(hit), hash: short(hashText(settings, after, hit)) };
        const waits = after.won === null;
        return {
          sentence: text('say.try.hit', args),
          why: text(
            waits ? 'why.try.lower' : settings.wins === 'first' ? 'why.try.first' : 'why.try.lowest',
            {
              won: grouped(after.won ?? hit),
            },
          ),
          source: SOURCE,
        };
      }
    }
  },

  mark(before, action, after, params) {
    const settings = settingsOf(params);
    const { kind, range } = action;
    const hit = kind === 'try' ? triedLast(after) : undefined;
    const below = kind === 'try' ? nonceText(hit ?? null) : text('mining.range', { range });
    return {
      heading: kind === 'claim' || kind === 'try' ? [text(`act.${kind}`), below] : [text(`act.${kind}`)],
      arrows: arrowsOf(action, hit),
      chips: changed(chipsOf(settings, before), chipsOf(settings, after)),
    };
  },

  offer(state, action, params) {
    const { kind, actor, range } = action;
    const who = workerName(actor);
    const span = spanArgs(settingsOf(params), range);
    const lower = bestRange(state) < Number.POSITIVE_INFINITY;
    return {
      label: text(`do.${kind}`, { who, ...span }),
      ...(kind === 'try' ? { note: text(lower ? 'note.lower' : 'note.range', span) } : {}),
      arrows: kind === 'claim' ? arrowsOf(action, undefined) : [],
      heading: text(`act.${kind}`),
      group: kind === 'lose' ? 'fault' : 'step',
    };
  },

  inspect(state, params) {
    const settings = settingsOf(params);
    const row = (id: string, value: Text) => ({ id, label: text(`row.${id}`), value });
    const number = (n: number) => text('n', { n: grouped(n) });
    const near = state.nearest;
    const tried = state.tried.reduce((sum, { range, hit }) => {
      const { from, to } = edgesOf(settings, range);
      return sum + (hit === null ? to : hit + 1) - from;
    }, 0);
    return [
      {
        actor: SHARED,
        rows: [
          row('next', number(state.next)),
          row('left', state.left.length === 0 ? text('none') : text('n', { n: state.left.join(', ') })),
          row('tried', number(tried)),
          row('expected', number(settings.expected)),
          row('target', text('mining.hash', { hash: short(settings.target) })),
          row(
            'nearest',
            near ? text('mining.hash', { hash: short(hashText(settings, near, near.at)) }) : text('none'),
          ),
          row('won', state.won === null ? text('none') : nonceText(state.won)),
        ],
      },
      ...settings.workers.map((worker) => {
        const range = state.at[worker];
        return {
          actor: worker,
          rows: [
            row(
              'range',
              range === undefined
                ? text('mining.away')
                : range === null
                  ? text('none')
                  : text('mining.span', spanArgs(settings, range)),
            ),
          ],
        };
      }),
    ];
  },

  experiment: async (params, seed) => (await import('./law.ts')).lawExperiment(params, seed),

  async outcome(params, { state, soFar }) {
    const settings = settingsOf(params);
    const { won } = state;
    const ranges = state.tried.length;
    const facts = [
      { id: 'nonce', text: nonceText(won) },
      { id: 'ranges', text: text('fact.ranges', { ranges }) },
    ];
    if (won === null) return { said: text('end.none', { ranges }), words: [], facts };
    const args = {
      nonce: grouped(won),
      hash: short(hashText(settings, state, won)),
      workers: settings.workers.length,
    };
    const key = soFar['lowest-wins'] === 'violated' ? 'end.first' : 'end.lowest';
    return { said: text(key, args), words: [], facts };
  },
};
