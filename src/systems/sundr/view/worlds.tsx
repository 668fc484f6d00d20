// What each user knows of it, on the axis of the tree, and how old the newest stamp was that it was shown.

import type { Axis } from '../../../widgets/axis.ts';
import type { SeenRow } from '../../../widgets/seen-rows.tsx';
import { SeenRows } from '../../../widgets/seen-rows.tsx';
import type { TreeScene, World } from '../scene-tree.ts';
import { BOX } from '../state.ts';
import type { Ahead } from './ahead.ts';
import { Badge, useWords } from './parts.tsx';

/** The keys of the lines that tell of a user's world, and of the age of a stamp. */
export const toldWorld = (user: string): string => `world ${user}`;
export const toldAge = (slot: number): string => `age ${slot}`;

interface Props {
  readonly scene: TreeScene;
  readonly ahead: Ahead | null;
  readonly first: number;
  readonly now: number;
  readonly axis: Axis;
  readonly low: boolean;
  readonly hotActor: string | null;
  onHot(user: string | null): void;
}

export function Worlds({ scene, ahead, first, now, axis, low, hotActor, onHot }: Props) {
  const t = useWords();
  const rows = scene.principals.map((user, index): SeenRow => {
    const world = scene.worlds[index] ?? null;
    return {
      id: user,
      told: toldWorld(user),
      name: (
        <>
          <Badge who={user} />
          <NameOf user={user} world={world} seenBy={scene.seenBy} />
        </>
      ),
      dots: world
        ? [
            ...world.own.map((slot) => dot(world, slot, 'own', now)),
            ...world.others.map((slot) => dot(world, slot, 'other', now)),
          ]
        : [],
      words: world ? world.hidden.map((slot) => ({ slot, text: t('worlds.hidden') })) : [],
      until: world ? world.asked : null,
      next: ahead?.signer === user ? { slot: ahead.slot, key: ahead.key } : null,
      hot: hotActor === user,
    };
  });
  return (
    <>
      <p className="sundr-caption" data-part="caption">
        {t(scene.branches.some(({ file }) => file !== null) ? 'worlds.files.title' : 'worlds.title')}
      </p>
      <SeenRows rows={rows} first={first} axis={axis} rowHeight={low ? 24 : 28} onHot={onHot} />
      {scene.stamped === null ? null : <Ages scene={scene} first={first} now={now} axis={axis} />}
    </>
  );
}

const dot = (world: World, slot: number, kind: 'own' | 'other', now: number) => ({
  slot,
  kind,
  fresh: world.asked === now && world.fresh.includes(slot),
});

interface NameProps {
  readonly user: string;
  readonly world: World | null;
  readonly seenBy: string | null;
}

function NameOf({ user, world, seenBy }: NameProps) {
  const t = useWords();
  if (!world) return t('worlds.unknown', { seenBy: seenBy ?? '' });
  if (world.refused) return <b className="bad">{`✕ ${t('worlds.refused')}`}</b>;
  if (user === BOX) return t('worlds.box');
  if (world.asked === 0) return t('worlds.nothing');
  return world.files
    .map(({ file, version }) => t('worlds.file', { name: file.replace(/\.\w+$/, ''), version }))
    .join(', ');
}

/** One cell a step in which somebody was shown a stamp, or the box made one. */
function Ages({ scene, first, now, axis }: Pick<Props, 'scene' | 'first' | 'now' | 'axis'>) {
  const t = useWords();
  const { gutter, lead, column, columns } = axis;
  const { entries, ages, period } = scene;
  const stamps = entries.filter(({ signer }) => signer === BOX);
  const at = (slot: number) => ({ left: gutter + lead + (slot - first) * column, width: column });
  const onPage = ({ slot }: { readonly slot: number }): boolean => slot >= first && slot < first + columns;
  return (
    <div className="sundr-ages">
      <span data-part="ages">{t('age.label')}</span>
      {stamps.filter(onPage).map(({ id, slot }) => (
        <span key={id} className={`sundr-age at-${slot}`} data-told={`entry ${id}`} style={at(slot)}>
          {t('age.stamped')}
        </span>
      ))}
      {ages.filter(onPage).map(({ slot, age }) => (
        <span
          key={slot}
          className={`sundr-age at-${slot}`}
          data-told={toldAge(slot)}
          data-bad={age > period || undefined}
          data-now={slot === now || undefined}
          style={at(slot)}
        >
          {age > period ? t('age.tooOld', { age }) : t('age.of', { age, period })}
        </span>
      ))}
    </div>
  );
}
