// A list for two readers, kept by a storage that nobody trusts: encrypted once, its key wrapped for each reader, and signed.
// A reader is removed, and tries what it still has.

import { secp256k1 } from '@noble/curves/secp256k1.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesOfHex, hexOf, textOfUtf8, utf8 } from '../../../base/bytes.ts';
import { text } from '../../../base/text.ts';
import type { Params } from '../../../contract/system.ts';
import type { Action } from '../../../kernel/model.ts';
import type { Came, Deed, Play } from '../../bitcoin/play.ts';
import { actorName, row } from '../../bitcoin/play.ts';
import type { KeyBox, Wrap } from '../storage/key-box.ts';
import { boxed, unboxed } from '../storage/key-box.ts';
import { read, signed } from '../storage/mutable.ts';

type Who = 'B' | 'C' | 'T';
type Try = 'read' | 'kept' | 'forged';
const TRIES = ['read.B', 'read.C', 'read.T', 'kept.C', 'forged.B'];
interface Tried {
  readonly who: Who;
  readonly how: Try;
  readonly version: number;
  /** Null: it could read it. */
  readonly why: string | null;
}
export interface Access {
  /** 1: for B and C. 2: for B alone. */
  readonly version: number;
  readonly tried: readonly Tried[];
}
interface Step extends Action {
  readonly who?: Who;
  readonly how?: Try;
}

const secretOf = (who: string): Uint8Array => sha256(utf8(`secret of ${who}`));
const keyOf = (who: string): Uint8Array => secp256k1.getPublicKey(secretOf(who));
const READERS: readonly (readonly string[])[] = [[], ['B', 'C'], ['B']];
const LISTS = ['', 'milk, bread', 'milk, bread, a present for C'];
const ID = 'alice.id/todo';

/** `rekey` off: the second list under the key of the first, which C has. */
function boxOf(version: number, author: string, rekey: boolean): KeyBox {
  const names = READERS[version] ?? [];
  const seed = rekey ? version : 1;
  const chance = (n: number): Uint8Array => sha256(utf8(`${author} ${n === 0 ? seed : version} ${n}`));
  return boxed(
    utf8(LISTS[version] ?? ''),
    names.map((name) => ({ name, key: keyOf(name) })),
    chance,
  );
}

const memo = new Map<string, string | null>();
/** Why this one cannot read the version that is stored, by trying it; null: it can. */
function attempt(who: Who, how: Try, version: number, rekey: boolean): string | null {
  const key = `${who} ${how} ${version} ${rekey}`;
  const found = memo.get(key);
  if (found !== undefined) return found;
  const author = how === 'forged' ? 'S' : 'A';
  const box = boxOf(version, author, rekey);
  const sent = signed(secretOf(author), ID, version, JSON.stringify(box));
  const got = read(keyOf('A'), ID, [sent]);
  let why: string | null = null;
  if (!got.ok) why = got.why;
  else {
    // What C kept of the first list: its own wrap.
    const old: readonly Wrap[] =
      how === 'kept' ? boxOf(1, 'A', rekey).wraps.filter(({ reader }) => reader === who) : [];
    const opened = unboxed({ data: box.data, wraps: [...old, ...box.wraps] }, who, secretOf(who));
    why = opened.ok ? (textOfUtf8(opened.plain) === LISTS[version] ? null : 'changed-data') : opened.why;
  }
  memo.set(key, why);
  return why;
}

function enabled({ version, tried }: Access): readonly Step[] {
  const out: Step[] = [];
  if (version === 0) return [{ key: 'write', kind: 'write', actor: 'A' }];
  if (version === 1) out.push({ key: 'remove', kind: 'remove', actor: 'A' });
  const may = (who: Who, how: Try): void => {
    if (tried.some((one) => one.who === who && one.how === how && one.version === version)) return;
    out.push({ key: `${how}.${who}.${version}`, kind: how, actor: who, who, how });
  };
  for (const who of ['B', 'C', 'T'] as const) may(who, 'read');
  if (version === 2) may('C', 'kept');
  may('B', 'forged');
  return out;
}

function next(state: Access, action: Action, { rekey }: Params): Access {
  const { who, how } = action as Step;
  if (!who || !how) return { ...state, version: state.version + 1 };
  const { version } = state;
  const tried = [...state.tried, { who, how, version, why: attempt(who, how, version, rekey === 'on') }];
  // In the order of versions and of what may be tried, so that runs that differ in order alone lead to the same state.
  const place = (one: Tried): number => 10 * one.version + TRIES.indexOf(`${one.how}.${one.who}`);
  return { ...state, tried: tried.sort((a, b) => place(a) - place(b)) };
}

function deed({ version }: Access, action: Action): Deed {
  const { kind, who } = action as Step;
  if (!who) {
    const names = READERS[version + 1] ?? [];
    return { from: 'A', to: 'S', label: text(`act.${kind}`), args: { n: names.length } };
  }
  return { from: who, to: 'S', label: text(`act.${kind}`), args: { who: actorName(who), version } };
}

function came(before: Access, action: Action, after: Access, { rekey }: Params): Came {
  const { who, how } = action as Step;
  const source = '20.9';
  if (!who || !how) {
    const { data, wraps } = boxOf(after.version, 'A', rekey === 'on');
    const args = { bytes: data.length / 2, n: wraps.length };
    return { ending: 'stored', answer: text('rep.stored', args), source, args };
  }
  const why = attempt(who, how, before.version, rekey === 'on');
  return why === null
    ? { ending: 'read', answer: text('rep.read'), source }
    : { ending: 'refused', answer: text(`refused.${why}`), why: text(`why.${why}`), source };
}

const allowed = ({ who, version, why }: Tried): boolean =>
  why !== null || (READERS[version] ?? []).includes(who);
const lastOf = ({ tried }: Access, who: Who): Tried | undefined =>
  tried.filter((one) => one.who === who).at(-1);

export const accessPlay: Play<Access> = {
  words: ['system', 'access'],
  lanes: () => ['A', 'S', 'B', 'C', 'T'],
  init: () => ({ version: 0, tried: [] }),
  enabled,
  next,
  properties: () => [
    {
      name: 'only-readers',
      kind: 'always',
      judge: ({ tried }) => tried.every(allowed),
      witness: ({ tried }) => ({
        text: text('witness.only-readers', {
          who: actorName(tried.find((one) => !allowed(one))?.who ?? 'C'),
        }),
        actors: ['A', 'C'],
      }),
    },
    {
      name: 'signed-by-name',
      kind: 'always',
      judge: ({ tried }) => tried.every(({ how, why }) => how !== 'forged' || why !== null),
    },
    {
      name: 'reader-removed',
      kind: 'sometimes',
      judge: ({ tried }) =>
        tried.some(({ who, version, why }) => who === 'C' && version === 2 && why !== null),
    },
  ],
  deed,
  came,
  chips: (state) =>
    (['B', 'C', 'T'] as const).map((actor) => {
      const last = lastOf(state, actor);
      if (!last) return { actor, text: text('chip.none') };
      return last.why === null
        ? {
            actor,
            text: text('chip.reads', { n: last.version }),
            ...(allowed(last) ? {} : { tone: 'bad' as const }),
          }
        : { actor, text: text(`refused.${last.why}`) };
    }),
  rows: ({ version, tried }, { rekey }) => {
    const box = version > 0 ? boxOf(version, 'A', rekey === 'on') : null;
    return [
      {
        actor: 'S',
        rows: [
          row('version', version),
          row('data', box ? hexOf(bytesOfHex(box.data).slice(0, 8)) : text('none')),
          row('wraps', box?.wraps.length ?? 0),
        ],
      },
      ...(['B', 'C', 'T'] as const).map((actor) => ({
        actor,
        rows: [row('tries', tried.filter(({ who }) => who === actor).length)],
      })),
    ];
  },
  // A reader knows what came of its own tries; whether others read, and when the list was changed, it does not.
  eyes: {
    of: () => ['A', 'B', 'C', 'T'],
    knows: ({ version, tried }, actor) =>
      actor === 'A' ? version : tried.filter(({ who }) => who === actor),
  },
  ending: (_, { state }) => {
    const outsider = state.tried.find((one) => !allowed(one));
    const refused = state.tried.filter(({ why }) => why !== null).length;
    return {
      said: outsider
        ? text('access.end.leaked', { who: actorName(outsider.who) })
        : text(state.version === 2 ? 'access.end.removed' : 'access.end.shared', { refused }),
      facts: (['B', 'C', 'T'] as const).map((who) => {
        const last = lastOf(state, who);
        const what = last
          ? last.why === null
            ? text('rep.read')
            : text(`refused.${last.why}`)
          : text('none');
        return { id: `last.${who}`, text: text('fact.last', { who: actorName(who), what }) };
      }),
    };
  },
};
