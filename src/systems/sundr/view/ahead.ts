// Where the server's next answer would put an entry in the tree, and the answer that a drag of its card picks: to the
// same user, the one whose newest entry is the one it was dropped on.

import type { Words } from '../../../base/words.ts';
import { plain } from '../../../base/words.ts';
import type { Choice } from '../../../session/frame.ts';
import { ancestry } from '../../../widgets/branch-tree/branch-entry.ts';
import type { TreeAhead } from '../../../widgets/branch-tree/branch-tree.tsx';
import { named } from '../rules.ts';
import type { Placed } from '../scene-log.ts';
import type { TreeScene } from '../scene-tree.ts';

export interface Ahead extends TreeAhead, Pick<Placed, 'signer' | 'kind' | 'file' | 'vector'> {
  /** The id that the entry will have. */
  readonly entry: string;
}

/** What an answer shows: its newest entry, and all that it names; null where the key is of no answer. */
function answerIn(
  entries: readonly Placed[],
  key: string,
): { readonly shown: readonly Placed[]; readonly lie: string | null } | null {
  const at = key.indexOf('~');
  if (at < 0) return null;
  const { base, lie } = named(key.slice(at + 1));
  const ids = base.split('+');
  return { shown: entries.filter(({ id }) => ids.includes(id)), lie };
}

/** The answer that would come, in the tree: the one that is lit, else the first. */
export function aheadOf(
  scene: TreeScene,
  choices: readonly Choice[],
  hot: string | null,
  now: number,
  words: Words,
): Ahead | null {
  const choice = choices.find(({ key }) => key === hot && answerIn([], key)) ?? choices[0];
  const answer = choice && answerIn(scene.entries, choice.key);
  if (!choice || !answer || scene.seenBy !== null) return null;
  const { key, actor: signer, label } = choice;
  const place = scene.principals.indexOf(signer);
  const op = scene.todo[place];
  if (!op) return null;
  const parent = answer.shown.at(-1) ?? null;
  const isTip = parent !== null && !scene.entries.some((entry) => entry.parent === parent.id);
  const rows = scene.branches.map(({ row }) => row);
  const isAlone = parent === null && rows.length === 0;
  const vector = scene.principals.map((_, index) => {
    const shown = Math.max(0, ...answer.shown.map((entry) => entry.vector[index] ?? 0));
    return index === place ? Math.max(shown + 1, op.count) : shown;
  });
  return {
    id: `next ${key}`,
    key,
    label: plain(words, label),
    parent: parent?.id ?? null,
    row: isTip ? parent.row : isAlone ? 0 : Math.max(-1, ...rows) + 1,
    slot: now + 1,
    barred: barredFrom(scene, vector, parent),
    signer,
    entry: `${signer}${scene.entries.filter((entry) => entry.signer === signer).length + 1}`,
    kind: op.kind,
    file: op.file,
    vector:
      scene.entries.every((entry) => entry.vector.length === 0) && scene.entries.length > 0 ? [] : vector,
  };
}

/** The newest entry of another branch, where the order check would refuse both together. */
function barredFrom(scene: TreeScene, vector: readonly number[], parent: Placed | null): string | null {
  if (!scene.ordered || !parent) return null;
  const other = scene.entries.findLast(
    (entry) =>
      entry.row !== parent.row &&
      entry.vector.some((count, index) => count > (vector[index] ?? 0)) &&
      entry.vector.some((count, index) => count < (vector[index] ?? 0)),
  );
  return other?.id ?? null;
}

/** The key of the answer to the same user that ends with this entry, and is no lie; null where there is none. */
export function answerUpTo(
  scene: TreeScene,
  choices: readonly Choice[],
  signer: string,
  id: string,
): string | null {
  const found = choices.filter(({ actor, key }) => {
    const answer = actor === signer ? answerIn(scene.entries, key) : null;
    return answer !== null && answer.lie === null && answer.shown.at(-1)?.id === id;
  });
  // Of several that end there, the newest of what that entry covers, and nothing beside it where that can be.
  const past = ancestry(scene.entries, id);
  const rank = ({ key }: Choice): number =>
    (answerIn(scene.entries, key)?.shown ?? []).reduce(
      (sum, { id: one, slot }) => (past.has(one) ? sum + slot : sum - scene.entries.length * slot),
      0,
    );
  return found.sort((a, b) => rank(b) - rank(a))[0]?.key ?? null;
}
