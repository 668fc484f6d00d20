// One thing signed: on a card in the tree, or in a row on a phone. And where a choice would put the next one.

import { text } from '../../../base/text.ts';
import { Say } from '../../../widgets/say.tsx';
import type { Placed } from '../scene-log.ts';
import type { TreeScene } from '../scene-tree.ts';
import type { Ahead } from './ahead.ts';
import { Badge, Counts, listed, opWord, useWords } from './parts.tsx';

interface CardProps {
  readonly entry: Pick<Placed, 'id' | 'signer' | 'kind' | 'file' | 'vector'>;
  readonly principals: readonly string[];
}

export function EntryCard({ entry, principals }: CardProps) {
  return (
    <>
      <span className="entry-head">
        <Badge who={entry.id} />
        <Say text={opWord(entry.kind)} />
      </span>
      <code>{entry.file}</code>
      {entry.vector.length > 0 ? (
        <Counts counts={entry.vector} own={principals.indexOf(entry.signer)} />
      ) : null}
    </>
  );
}

/** Users from whom an entry was kept when they last asked. */
export const hiddenFrom = ({ worlds }: TreeScene, slot: number): readonly string[] =>
  worlds.flatMap((world) => (world?.hidden.includes(slot) ? [world.user] : []));

interface LineProps {
  readonly entry: Placed;
  readonly principals: readonly string[];
  /** From whom it is hidden. */
  readonly from: readonly string[];
}

export function EntryLine({ entry, principals, from }: LineProps) {
  const t = useWords();
  return (
    <>
      <span className="entry-number">{entry.slot}</span>
      <Badge who={entry.id} />
      <span className="entry-words">
        <span>
          <Say text={opWord(entry.kind)} /> <code>{entry.file}</code>
        </span>
        {from.length > 0 ? (
          <span className="entry-note">{t('tree.hiddenFrom', { users: listed(from) })}</span>
        ) : null}
      </span>
      {entry.vector.length > 0 ? (
        <Counts counts={entry.vector} own={principals.indexOf(entry.signer)} />
      ) : null}
    </>
  );
}

export function NextLine({ ahead }: { readonly ahead: Ahead }) {
  return (
    <>
      <span className="entry-number">{ahead.slot}</span>
      <Badge who={ahead.entry} />
      <span className="entry-words">
        <span>{ahead.label}</span>
      </span>
    </>
  );
}

/** An answer that was refused: who did; by which check stands above the tree. */
export function RefusedCard({ user }: { readonly user: string }) {
  return (
    <span>
      <span aria-hidden="true">✕</span> <Say text={text('tree.refuses', { user })} />
    </span>
  );
}

interface RowNameProps {
  readonly row: number;
  readonly scene: TreeScene;
}

/** A branch's name, who is on it, and the order of the counts on its cards. */
export function RowName({ row, scene }: RowNameProps) {
  const t = useWords();
  const branch = scene.branches.find((one) => one.row === row);
  if (!branch) return null;
  const { file, users, since } = branch;
  const name =
    file !== null
      ? file
      : scene.seenBy === null
        ? t('tree.branch', { branch: row + 1 })
        : row === scene.branches[0]?.row
          ? t('tree.world', { user: scene.seenBy })
          : '';
  return (
    <>
      <b>{name}</b>
      <span>
        {file !== null || scene.seenBy !== null
          ? ''
          : users.length === 0
            ? t('tree.abandoned', { since })
            : row === 0
              ? t('tree.on', { users: listed(users) })
              : t('tree.onSince', { users: listed(users), since })}
      </span>
      {file === null ? (
        <span className="sundr-counts heads">
          {scene.principals.slice(0, 5).map((who) => (
            <span key={who}>{who}</span>
          ))}
        </span>
      ) : null}
    </>
  );
}
