// A toy for the session's tests, small but with one of everything: messages that take time, a fault, something that
// has to wait, a job, a property that does not apply, and switches of both kinds.

import { sha256 } from '@noble/hashes/sha2.js';
import { hexOf, utf8 } from '../../base/bytes.ts';
import { text } from '../../base/text.ts';
import { entryOf } from '../../contract/loading.ts';
import type { Part, Scene, SystemHead } from '../../contract/system.ts';
import type { Job } from '../../kernel/job.ts';
import type { Action, Model } from '../../kernel/model.ts';

export interface Post {
  readonly sent: number;
  readonly net: readonly number[];
  readonly seen: readonly number[];
  readonly lost: number;
  readonly seal: string | null;
}

export interface PostScene extends Scene {
  readonly kind: 'post';
  readonly net: readonly number[];
  readonly seen: readonly number[];
}

const sealJob = (seen: readonly number[]): Job => ({ kind: 'toy/seal', input: seen });

function model(letters: number, loss: boolean): Model<Post> {
  const ready = (post: Post): boolean => post.sent === letters && post.net.length === 0;
  const seal: Action = { key: 'seal', kind: 'seal', actor: 'taker' };
  return {
    init: () => ({ sent: 0, net: [], seen: [], lost: 0, seal: null }),
    enabled(post) {
      const actions: Action[] = [];
      if (post.sent < letters) actions.push({ key: `send ${post.sent}`, kind: 'send', actor: 'sender' });
      for (const id of post.net) actions.push({ key: `take ${id}`, kind: 'take', actor: 'taker' });
      if (loss) for (const id of post.net) actions.push({ key: `lose ${id}`, kind: 'lose', actor: 'net' });
      if (ready(post) && post.seal === null) actions.push(seal);
      return actions;
    },
    blocked: (post) =>
      ready(post) || post.seal !== null
        ? []
        : [{ ...seal, reason: text('toy.not-all', { sent: post.sent }) }],
    next(post, { key, kind }, result) {
      const id = Number(key.split(' ')[1]);
      const net = post.net.filter((other) => other !== id);
      if (kind === 'send') return { ...post, sent: post.sent + 1, net: [...post.net, id] };
      if (kind === 'take') return { ...post, net, seen: [...post.seen, id] };
      if (kind === 'lose') return { ...post, net, lost: post.lost + 1 };
      return { ...post, seal: result ? hexOf(result) : 'seal' };
    },
    properties: [
      {
        name: 'in-order',
        kind: 'always',
        judge: ({ seen }) => seen.every((id, index) => index === 0 || id > (seen[index - 1] ?? -1)),
        witness: ({ seen }) => ({ text: text('toy.seen', { seen: seen.join() }), actors: ['taker'] }),
      },
      {
        name: 'all-arrive',
        kind: 'always',
        judge: ({ seen, seal: sealed }) => (sealed === null ? undefined : seen.length === letters),
      },
      { name: 'some-lost', kind: 'sometimes', judge: ({ lost }) => lost > 0 },
      {
        name: 'never-lost',
        kind: 'always',
        judge: ({ lost }) => lost === 0,
        ...(loss ? {} : { inapplicable: text('toy.no-loss') }),
      },
    ],
    faults: new Set(['lose']),
    pending: ({ net }) => net.map((id) => ({ id: `m${id}`, key: `take ${id}`, delayMs: 20 })),
    job: ({ seen }, { kind }) => (kind === 'seal' ? sealJob(seen) : undefined),
  };
}

const head: SystemHead = {
  id: 'toy',
  version: 3,
  switches: [
    { kind: 'number', name: 'letters', min: 1, max: 100_000, default: 2 },
    { kind: 'choice', name: 'loss', values: ['off', 'on'], default: 'off' },
  ],
  scenarios: [
    {
      id: 'post',
      params: { letters: 4 },
      switches: ['loss'],
      compare: { letters: 2 },
      scheduler: { kind: 'earliest' },
      steps: 1_000_000,
      claims: { 'all-arrive': 'holds', 'some-lost': 'not reached' },
      predictions: [{ id: 'first', at: 2, shown: 3, options: [{ id: 'yes', right: true, keys: [] }] }],
      source: '0',
      next: 'post',
      views: ['post', 'lanes'],
    },
    {
      id: 'sealed',
      params: { letters: 1 },
      switches: [],
      compare: { letters: 2 },
      scheduler: { kind: 'first' },
      steps: 10,
      claims: { 'all-arrive': 'holds' },
      predictions: [{ id: 'after', at: 3, shown: 4, options: [{ id: 'yes', right: true, keys: [] }] }],
      source: '0',
      next: 'post',
      views: ['post', 'lanes'],
    },
  ],
};

const part: Part<Post> = {
  words: [],
  model: (params) => model(Number(params.letters), params.loss === 'on'),
  actors: () => ['sender', 'net', 'taker'].map((id) => ({ id, name: text(id), role: text(id) })),
  start: () => [{ actor: 'taker', text: text('toy.none') }],
  narrate: (_, { key }) => ({ sentence: text(`toy.did`, { key }) }),
  mark: (before, { key, kind, actor }, after) => ({
    heading: [text('toy.heading', { key, seal: after.seal ?? '' })],
    arrows:
      kind === 'take'
        ? [{ from: 'sender', to: 'taker', id: `m${key.split(' ')[1]}`, label: text(key), kind: 'message' }]
        : [],
    chips: before.seen === after.seen ? [] : [{ actor, text: text('toy.seen', { seen: after.seen.join() }) }],
  }),
  offer: (_, { key, kind }) => ({
    label: text('toy.do', { key }),
    arrows: [],
    heading: text(key),
    group: kind === 'lose' ? 'fault' : 'step',
  }),
  inspect: (post) => [
    {
      actor: 'sender',
      rows: [
        { id: 'sent', label: text('toy.sent'), value: text(String(post.sent)) },
        { id: 'lost', label: text('toy.lost'), value: text(String(post.lost)) },
      ],
    },
  ],
  eyes: {
    of: () => ['sender', 'taker'],
    knows: ({ sent, seen, seal }, actor) => (actor === 'taker' ? { seen, seal } : { sent }),
    tells: (property, actor) => property === 'in-order' && actor === 'taker',
  },
  // The taker does not see what is still on its way.
  scene: (kind, { net, seen }, seenBy): PostScene | null =>
    kind === 'post' ? { kind, seen, net: seenBy === 'taker' ? [] : net } : null,
  still: ({ letters }) => ({ letters }),
  experiment: async (params) => ({
    job: sealJob([Number(params.letters)]),
    read: (bytes: Uint8Array) => ({
      metrics: { firstByte: bytes[0] ?? 0 },
      answer: text('toy.answer'),
      here: text('toy.answer'),
      figures: [],
      fix: null,
      fill: { of: text('toy.followed'), x: { span: 1, unit: text('toy.unit') }, boxes: [], back: [] },
      plots: [],
    }),
  }),
};

const none = async () => ({ words: {} });

export const TOY_CATALOG = [
  entryOf(
    'toy',
    async () => ({
      card: { lecture: 0, core: [], groups: [], scenarios: [] },
      words: { en: none, zh: none },
    }),
    async () => ({
      entry: {
        words: {},
        wordsOf: () => [],
        manifest: async () => ({ ...head, part: async () => part as Part }),
        functions: async () => ({
          jobs: { 'toy/seal': (seen: readonly number[]) => sha256(utf8(seen.join())) },
        }),
      },
    }),
  ),
];
