// Two nodes read the same blocks, and the second may hold one rule differently. What they accept stands in their consensus
// hashes: they part at the first block that they judge differently and never meet again. A light client holds one of the
// first node's hashes and has an old operation proven to it, hop by hop through the skip list. The second node may be cut off
// (eclipsed): then it hears of no further block, or of others that were made for it.

import { bytesOfHex, hexOf } from '../../../base/bytes.ts';
import type { Params } from '../../../contract/system.ts';
import type { Action } from '../../../kernel/model.ts';
import { scriptOf } from '../race/transactions.ts';
import type { Block, Database, Tx, Verdict } from '../virtualchain/database.ts';
import { applied, emptyDatabase, recordOf } from '../virtualchain/database.ts';
import { preorderHash } from '../virtualchain/hashes.ts';
import { decoded, encoded } from '../virtualchain/operations.ts';
import type { Rules } from '../virtualchain/rules.ts';
import { deployed } from '../virtualchain/rules.ts';
import type { Verified } from '../virtualchain/verify.ts';
import { verified } from '../virtualchain/verify.ts';

export const LAST = 12;
/** Its register of a name is what the light client wants proven. */
export const PROVEN = 3;
/** A name that nobody registers: that it is free can be proven by nothing but all there is. */
export const FREE = 'kate.id';
/** The last block that a second node hears of that is cut off. */
export const HEARD = 2;
/**
 * With `client=more` also: a name that is free, and a first hash that comes from the second node. Where that one is cut
 * off: whose the name is, by what it says.
 */
export type Check = 'honest' | 'changed' | 'absent' | 'first' | 'owner';
const CHECKS: readonly Check[] = ['honest', 'changed'];
const MORE: readonly Check[] = [...CHECKS, 'absent', 'first'];

export interface Nodes {
  /** So many blocks were read, the first of height 1. */
  readonly height: number;
  readonly checks: readonly Check[];
}
export interface NodesAction extends Action {
  readonly kind: 'block' | 'check';
  readonly check?: Check;
}

const base: Rules = { ...deployed, namespaces: false, preorderLife: 3 };

/** The second node's rules. */
export const otherRules = (params: Params): Rules => ({
  ...base,
  unique: params.unique === 'on',
  sameBlock: params.sameBlock === 'on',
  consensusCheck: params.consensusCheck === 'on',
  expiryBug: params.expiryBug === 'on',
});

const tx = (operation: Record<string, unknown>, sender: string, to = sender): Tx => ({
  payload: hexOf(encoded(operation)),
  sender,
  script: scriptOf(sender),
  to,
  burnt: 0,
});
const register = (name: string, who: string): Tx => tx({ op: 'name-registration', name }, who);
const preorder = (name: string, who: string, consensus: string): Tx =>
  tx({ op: 'name-preorder', hash: preorderHash(name, bytesOfHex(scriptOf(who)), who), consensus }, who);

/** What stands in each block; `tip` is the consensus hash before it. */
function operationsOf(height: number, tip: string): readonly Tx[] {
  switch (height) {
    case 2:
      return [preorder('dave.id', 'dave', tip)];
    case 3:
      return [register('dave.id', 'dave')];
    case 4:
      // A copy of a hash that waits, and a preorder from a fork.
      return [
        preorder('erin.id', 'erin', tip),
        { ...preorder('erin.id', 'erin', tip), sender: 'mallory', to: 'mallory' },
      ];
    case 5:
      return [preorder('fred.id', 'fred', 'ee'.repeat(16))];
    case 6:
      return [preorder('gina.id', 'gina', tip), register('gina.id', 'gina')];
    case 8:
      // Four blocks after its preorder, where three are the life of one.
      return [register('erin.id', 'erin')];
    default:
      return [];
  }
}

export interface Node {
  readonly database: Database;
  readonly verdicts: readonly (readonly Verdict[])[];
}

/** Blocks for a node that is cut off: the first two are true, the name is another's in the rest. */
function forgedIn(height: number, tip: string): readonly Tx[] {
  if (height <= HEARD) return operationsOf(height, tip);
  if (height === HEARD + 1) return [preorder('dave.id', 'mallory', tip)];
  return height === HEARD + 2 ? [register('dave.id', 'mallory')] : [];
}

/** A wallet asks a node of the chain for the consensus hash to name. */
function chainOf(inside: typeof operationsOf): readonly Block[] {
  let database = emptyDatabase(1);
  return Array.from({ length: LAST }, (_, i) => {
    const tip = database.snapshots.at(-1)?.consensusHash ?? '';
    const block = { height: i + 1, previous: database.previous, operations: inside(i + 1, tip) };
    database = applied(database, block, base).database;
    return block;
  });
}
const chain = chainOf(operationsOf);
const forged = chainOf(forgedIn);

const known = new Map<string, readonly Node[]>();
/** A node after each block, from none on. */
function nodesOf(rules: Rules, blocks = chain): readonly Node[] {
  const key = JSON.stringify([rules, blocks === chain]);
  let nodes = known.get(key);
  if (!nodes) {
    const list: Node[] = [{ database: emptyDatabase(1), verdicts: [] }];
    for (const block of blocks) {
      const before = list.at(-1) as Node;
      const { database, verdicts } = applied(before.database, block, rules);
      list.push({ database, verdicts: [...before.verdicts, verdicts] });
    }
    nodes = list;
    known.set(key, nodes);
  }
  return nodes;
}

/** The two nodes at this height. */
export const bothAt = (height: number, params: Params): readonly [Node, Node] => [
  nodesOf(base)[height] as Node,
  params.eclipsed === 'forged'
    ? (nodesOf(otherRules(params), forged)[height] as Node)
    : (nodesOf(otherRules(params))[heardOf(height, params)] as Node),
];

/** How many blocks the second node has heard of. */
export const heardOf = (height: number, { eclipsed }: Params): number =>
  eclipsed === 'late' ? Math.min(height, HEARD) : height;

/** Whose the proven name is, by what the second node says; empty: nobody's. */
export const ownerBy = ({ database }: Node): string => database.names['dave.id']?.owner ?? '';

export const operationsIn = (height: number): number => chain[height - 1]?.operations.length ?? 0;

export const hashAt = ({ database }: Node, height: number): string =>
  database.snapshots[height - 1]?.consensusHash ?? '';

/** The first height at which the two differ; null where they do not. */
export function partedAt(height: number, params: Params): number | null {
  const [one, two] = bothAt(height, params);
  for (let at = 1; at <= heardOf(height, params); at++) if (hashAt(one, at) !== hashAt(two, at)) return at;
  return null;
}

/** What a light client finds that trusts a newest hash: the first node's, or the second's; the first node answers. */
export function checked(height: number, check: Exclude<Check, 'absent' | 'owner'>, params: Params): Verified {
  const [one, two] = bothAt(height, params);
  const operations = recordsIn(one, PROVEN).map((record) =>
    check === 'changed' ? recordOf(register('dave.id', 'mallory')) : record,
  );
  return provenBy(one, hashAt(check === 'first' ? two : one, height), height, PROVEN, operations);
}

/** What a node accepted in a block, and the same as its hash covers it. */
const acceptedIn = ({ verdicts }: Node, height: number): readonly Tx[] =>
  (chain[height - 1] as Block).operations.filter((_, i) => verdicts[height - 1]?.[i] === null);
const recordsIn = (node: Node, height: number): readonly string[] => acceptedIn(node, height).map(recordOf);

function provenBy(
  { database: { snapshots } }: Node,
  trusted: string,
  height: number,
  to: number,
  operations: readonly string[],
): Verified {
  return verified(trusted, height, to, 1, operations, (at) => {
    const { opsHash, prev } = snapshots[at - 1] as (typeof snapshots)[number];
    return { opsHash, previous: prev.map((one) => snapshots[one - 1]?.consensusHash ?? '') };
  });
}

/** To be sure that a name is free every block has to be proven, and none may register it: hashes fetched in all. */
export function absence(
  height: number,
  params: Params,
): { readonly free: boolean; readonly fetched: number } {
  const [one] = bothAt(height, params);
  let [free, fetched] = [true, 0];
  for (let at = 1; at <= height; at++) {
    const found = provenBy(one, hashAt(one, height), height, at, recordsIn(one, at));
    fetched += found.fetched;
    const operations = acceptedIn(one, at).map(({ payload }) => decoded(bytesOfHex(payload)));
    if (!found.ok || operations.some(({ name }) => name === FREE)) free = false;
  }
  return { free, fetched };
}

/** What the light client may ask: a first hash by a node that is cut off says nothing of the proven block. */
function checksOf({ client, eclipsed }: Params): readonly Check[] {
  const asked = client === 'more' ? MORE : CHECKS;
  return eclipsed === 'no' ? asked : [...asked.filter((check) => check !== 'first'), 'owner'];
}

export function enabled({ height, checks }: Nodes, params: Params): readonly NodesAction[] {
  const out: NodesAction[] = [];
  if (height < LAST) out.push({ key: `block.${height + 1}`, kind: 'block', actor: 'M' });
  if (height > PROVEN)
    for (const check of checksOf(params))
      if (!checks.includes(check)) out.push({ key: `check.${check}`, kind: 'check', actor: 'L', check });
  return out;
}

export const next = ({ height, checks }: Nodes, { check }: NodesAction): Nodes =>
  check ? { height, checks: [...checks, check] } : { height: height + 1, checks };
