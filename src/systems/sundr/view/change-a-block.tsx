// Any block of the bank's files, changed: what is hashed again for it, from the block up, and all the others that are not.

import { useState } from 'react';
import { text } from '../../../base/text.ts';
import type { HashLevel } from '../../../widgets/hash-path.tsx';
import { HashPath } from '../../../widgets/hash-path.tsx';
import { Say } from '../../../widgets/say.tsx';
import type { FileBytes, HashTree, NodeKind } from '../merkle.ts';
import { blockOf, treeOf, withFile } from '../merkle.ts';
import { BANK_FILES } from '../merkle-files.ts';
import { SHORT } from '../scene-merkle.ts';
import { useWords } from './parts.tsx';

const KINDS: readonly NodeKind[] = ['block', 'inode', 'i-table', 'i-handle'];

let made: HashTree | undefined;
/** A's tree, as `sundr merkle` makes it. */
function tree(): HashTree {
  made ??= treeOf('A', BANK_FILES);
  return made;
}

/** The file with one bit of this block's first byte turned. */
const withBlock = ({ bytes, ...file }: FileBytes, block: number): FileBytes => ({
  ...file,
  bytes: bytes.map((byte, place) => (place === block * tree().blockBytes ? byte ^ 1 : byte)),
});

const blocksOf = (file: FileBytes): readonly number[] => {
  const out: number[] = [];
  while (blockOf(tree(), file, out.length)) out.push(out.length);
  return out;
};

/** The levels of the tree that a change makes anew, and what stands beside them untouched. */
function levelsOf(
  file: FileBytes,
  block: number,
  say: (key: string) => string,
): { readonly levels: readonly HashLevel[]; readonly hashes: number; readonly all: number } {
  const { hashed, hashes, fromScratch, tree: after } = withFile(tree(), withBlock(file, block));
  const levels = KINDS.map((kind): HashLevel => {
    const path = hashed.filter((one) => one.kind === kind);
    const names = new Set(path.map(({ name }) => name));
    const beside = [...after.nodes.values()].filter((node) => node.kind === kind && !names.has(node.name));
    return {
      id: kind,
      told: undefined,
      title: say(`merkle.kind.${kind}`),
      note: say(`merkle.write.${kind}`),
      path: path.map((one) => ({
        name: one.name,
        value: one.new.slice(0, SHORT),
        other: one.old?.slice(0, SHORT) ?? null,
        state: 'changed',
      })),
      beside: beside.map(({ name, hash }) => ({
        name,
        value: hash.slice(0, SHORT),
        other: null,
        state: 'untouched',
      })),
    };
  });
  return { levels, hashes, all: fromScratch };
}

export function ChangeABlock({ phone }: { readonly phone: boolean }) {
  const t = useWords();
  const [name, choose] = useState(BANK_FILES[0]?.name ?? '');
  const [block, pick] = useState(0);
  const file = BANK_FILES.find((one) => one.name === name) ?? (BANK_FILES[0] as FileBytes);
  const { levels, hashes, all } = levelsOf(file, block, t);
  return (
    <>
      <fieldset className="merkle-choice" aria-label={t('merkle.change.file')}>
        {BANK_FILES.map((one) => (
          <button
            key={one.name}
            type="button"
            className="button"
            aria-pressed={one.name === name}
            onClick={() => {
              choose(one.name);
              pick(0);
            }}
          >
            {one.name}
          </button>
        ))}
      </fieldset>
      <fieldset className="merkle-choice" aria-label={t('merkle.change.block')}>
        {blocksOf(file).map((at) => (
          <button
            key={at}
            type="button"
            className="button"
            aria-pressed={at === block}
            onClick={() => pick(at)}
          >
            {t('merkle.change.nth', { block: at })}
          </button>
        ))}
      </fieldset>
      <p className="merkle-title" role="status">
        <span>
          <Say text={text('merkle.change.said', { file: name, block, hashes, all })} />
        </span>
      </p>
      <HashPath
        levels={levels}
        phone={phone}
        words={{
          checked: t('merkle.same'),
          expected: t('merkle.signed'),
          actual: t('merkle.bytes'),
          more: (count) => t('merkle.more', { count }),
        }}
      />
    </>
  );
}
