// Two nodes and a light client, as they are played.

import type { Text } from '../../../base/text.ts';
import { text } from '../../../base/text.ts';
import type { Params } from '../../../contract/system.ts';
import type { Action } from '../../../kernel/model.ts';
import type { Came, Deed, Play } from '../../bitcoin/play.ts';
import { actorName, row } from '../../bitcoin/play.ts';
import type { TableRow, TableScene } from '../table-scene.ts';
import { beginning, tableScene } from '../table-scene.ts';
import type { Check, Node, Nodes, NodesAction } from './nodes.ts';
import {
  absence,
  bothAt,
  checked,
  enabled,
  FREE,
  hashAt,
  heardOf,
  LAST,
  next,
  operationsIn,
  ownerBy,
  PROVEN,
  partedAt,
} from './nodes.ts';

const short = (hash: string): string => hash.slice(0, 8);

function deed({ height }: Nodes, action: Action): Deed {
  const { kind, check } = action as NodesAction;
  if (kind === 'check')
    return {
      from: 'L',
      to: check === 'owner' ? 'N2' : 'N1',
      label: text(`check.${check}`),
      args: { height: PROVEN, what: text(`check.${check}.what`, { name: FREE, height: PROVEN }) },
    };
  const n = operationsIn(height + 1);
  return {
    from: 'M',
    to: 'N1',
    label: text('act.block', { height: height + 1 }),
    args: { height: height + 1, n },
  };
}

function came(before: Nodes, action: Action, after: Nodes, params: Params): Came {
  const { check } = action as NodesAction;
  const source = '20.9';
  if (check === 'absent') return cameOfAbsence(before.height, params);
  if (check === 'owner') return cameOfOwner(before.height, params);
  if (check) {
    const found = checked(before.height, check, params);
    const way = found.path.join(' → ');
    const first = check === 'first';
    if (found.ok)
      return {
        ending: 'proven',
        answer: text('rep.proven'),
        why: text(first ? 'why.first.alike' : 'why.proven'),
        source,
        args: { way },
      };
    const { expected, actual } = found;
    const why = first ? 'why.first' : 'why.other-operations';
    return {
      ending: first ? 'apart' : 'refused',
      answer: text('rep.refused'),
      why: text(why, { expected: short(expected), actual: short(actual) }),
      source,
      args: { way },
    };
  }
  const [one, two] = bothAt(after.height, params).map((node) => hashAt(node, after.height));
  const at = partedAt(after.height, params);
  const args = { a: short(one ?? ''), b: short(two ?? ''), seen: heardOf(after.height, params) };
  if (two === '') return { ending: 'late', answer: text('rep.late', args), source, args };
  if (at === null) return { ending: 'same', answer: text('rep.same', args), source, args };
  return {
    ending: params.eclipsed === 'forged' ? 'forged' : at === after.height ? 'parted' : 'apart',
    answer: text('rep.differ', args),
    ...(at === after.height && params.eclipsed === 'no' ? { why: text('why.parted') } : {}),
    source,
    args: { ...args, at },
  };
}

function cameOfAbsence(height: number, params: Params): Came {
  const { free, fetched } = absence(height, params);
  const one = checked(height, 'honest', params).fetched;
  const args = { height, fetched, one, name: FREE };
  return {
    ending: free ? 'free' : 'refused',
    answer: text(free ? 'rep.free' : 'rep.refused'),
    why: text('why.absent', args),
    source: '20.9',
    args: { ...args, way: '' },
  };
}

/** What the second node says of a name, and whether the first one's hash of that height tells that it is cut off. */
function cameOfOwner(height: number, params: Params): Came {
  const [one, two] = bothAt(height, params);
  const seen = heardOf(height, params);
  const owner = ownerBy(two);
  const apart = hashAt(one, seen) !== hashAt(two, seen);
  const whose = owner === '' ? text('nobody') : text('n', { n: owner });
  const args = { owner: whose, seen, height };
  return {
    ending: apart ? 'other' : 'old',
    answer: whose,
    why: text(apart ? 'why.other' : 'why.old', args),
    source: '20.9',
    args: { ...args, way: '' },
  };
}

const sameNames = ({ height }: Nodes, params: Params): boolean => {
  const [one, two] = bothAt(height, params);
  const owners = (node: typeof one): string =>
    JSON.stringify(
      Object.entries(node.database.names).map(([name, { owner, value }]) => [name, owner, value]),
    );
  return hashAt(one, height) !== hashAt(two, height) || owners(one) === owners(two);
};

function hashesScene({ height }: Nodes, params: Params, seenBy: string | null): TableScene {
  const [one, two] = bothAt(height, params);
  const rows = Array.from({ length: LAST }, (_, i): TableRow => {
    const at = i + 1;
    const [a, b] = [seenBy === 'N2' ? '' : hashAt(one, at), seenBy === 'N1' ? '' : hashAt(two, at)];
    const same = a === b;
    const cell = (hash: string) => ({
      text: hash === '' ? text('none') : beginning(hash),
      mono: true,
    });
    const skips = one.database.snapshots[i]?.prev.join(' ') ?? '';
    return {
      key: `height ${at}`,
      cells: [
        { text: text('n', { n: at }) },
        cell(a),
        cell(b),
        a === '' || b === ''
          ? { text: text('none') }
          : { text: text(same ? 'hashes.same' : 'hashes.differ'), tone: same ? 'good' : 'bad' },
        { text: skips === '' ? text('none') : text('n', { n: skips }) },
      ],
      told: seenBy
        ? at > height
          ? text('hashes.told.none', { at })
          : text('hashes.told.own', { at, hash: a + b })
        : a === ''
          ? text('hashes.told.none', { at })
          : b === ''
            ? text('hashes.told.one', { at, a })
            : text(same ? 'hashes.told.same' : 'hashes.told.differ', { at, a, b }),
      by: [`block.${at}`],
    };
  });
  const head = ['height', 'one', 'two', 'alike', 'skips'].map((id) => text(`hashes.${id}`));
  return tableScene('hashes', [{ id: 'hashes', title: text('hashes.title'), halves: true, head, rows }]);
}

function ending({ height, checks }: Nodes, params: Params): Text {
  const at = partedAt(height, params);
  if (params.eclipsed === 'late' && at === null)
    return text('nodes.end.late', { height, seen: heardOf(height, params) });
  const proven = checks.includes('honest');
  const hops = proven ? checked(height, 'honest', params).fetched : 0;
  const refused = checks.includes('changed') ? 1 : 0;
  return at === null
    ? text('nodes.end.same', { height, hops, refused })
    : text('nodes.end.apart', { at, height, hops, refused });
}

const tipOf = ({ database }: Node): string => database.snapshots.at(-1)?.consensusHash ?? '';
const has = (check: Check) => (state: Nodes) => state.checks.includes(check);

export const nodesPlay: Play<Nodes> = {
  words: ['system', 'nodes'],
  lanes: () => ['M', 'N1', 'N2', 'L'],
  init: () => ({ height: 0, checks: [] }),
  enabled,
  next: (state, action) => next(state, action as NodesAction),
  properties: (params) => [
    {
      name: 'same-hash-same-names',
      kind: 'always',
      judge: (state) => sameNames(state, params),
      witness: () => ({ text: text('witness.same-hash-same-names'), actors: ['N1', 'N2'] }),
    },
    {
      name: 'nodes-agree',
      kind: 'always',
      judge: ({ height }) => partedAt(height, params) === null,
      witness: ({ height }) => ({
        text: text('witness.nodes-agree', { at: partedAt(height, params) ?? 0 }),
        actors: ['N1', 'N2'],
      }),
    },
    { name: 'old-op-proven', kind: 'sometimes', judge: has('honest') },
    { name: 'lie-refused', kind: 'sometimes', judge: has('changed') },
  ],
  deed,
  came,
  chips: ({ height }, params) => {
    const parted = partedAt(height, params) !== null;
    return bothAt(height, params).map((node, i) => ({
      actor: i === 0 ? 'N1' : 'N2',
      text: height === 0 ? text('chip.none') : text('chip.hash', { hash: tipOf(node).slice(0, 6) }),
      ...(parted && i === 1 ? { tone: 'bad' as const } : {}),
    }));
  },
  rows: ({ height, checks }, params) => [
    ...bothAt(height, params).map((node, i) => ({
      actor: i === 0 ? 'N1' : 'N2',
      rows: [
        row('hash', height === 0 ? text('none') : tipOf(node)),
        row('names', Object.keys(node.database.names).join(', ') || text('none')),
      ],
    })),
    { actor: 'L', rows: [row('checks', checks.length)] },
  ],
  ending: (params, { state }) => ({
    said: ending(state, params),
    beside: params.eclipsed === 'no' ? [text('beside.eclipsed')] : [],
    facts: bothAt(state.height, params).map((node, i) => ({
      id: `hash.${i}`,
      text: text('fact.hash', {
        node: actorName(i === 0 ? 'N1' : 'N2'),
        hash: short(tipOf(node)),
      }),
    })),
  }),
  scene: (kind, state, params, seenBy) =>
    kind === 'hashes' ? hashesScene(state, params, seenBy ?? null) : null,
  // A node knows its own hashes alone: that the other's differ is seen by who compares.
  eyes: {
    of: () => ['N1', 'N2'],
    knows: ({ height }, actor, params) => {
      const [one, two] = bothAt(height, params);
      return [height, hashAt(actor === 'N1' ? one : two, height)];
    },
  },
};
