// One block changes: what its owner hashes again up to one signature, and what a reader checks down from it. Where the
// bytes are not those that were signed, both values stand in the node.

import type { ReactNode } from 'react';
import { Suspense, useState } from 'react';
import { text } from '../../../base/text.ts';
import type { ViewProps } from '../../../session/view-props.ts';
import type { HashLevel, HashNode } from '../../../widgets/hash-path.tsx';
import { HashPath } from '../../../widgets/hash-path.tsx';
import { partOfView } from '../../../widgets/part.ts';
import { Say } from '../../../widgets/say.tsx';
import type { Told, View } from '../../../widgets/view.ts';
import type { HashHalf, MerkleScene, PathLevel, PathNode } from '../scene-merkle.ts';
import type { ChangeABlock as Drawn } from './change-a-block.tsx';
import { Badge, useWords } from './parts.tsx';
import { RefusalValues } from './refusal.tsx';
import { refusedLines } from './told.ts';
import './view.css';

export const merkle: View<ViewProps<MerkleScene>, MerkleScene> & { readonly stand: 'moment' } = {
  kind: 'merkle',
  stand: 'moment',
  Draw,
  outline: (scene) => [
    ...(scene.writer
      ? [
          { key: 'writes', text: text('merkle.writes', countsOf(scene.writer)) },
          ...lines('write', scene.writer),
        ]
      : []),
    ...(scene.reader
      ? [{ key: 'reads', text: text('merkle.reads', countsOf(scene.reader)) }, ...lines('read', scene.reader)]
      : []),
    ...refusedLines(scene.refused),
    ...(scene.writer || scene.reader ? [] : [{ key: 'none', text: text(noneOf(scene)) }]),
  ],
};

const noneOf = ({ signsTrees }: MerkleScene): string => (signsTrees ? 'merkle.none' : 'merkle.notHere');
const countsOf = ({ user, file, hashes, all }: HashHalf) => ({ user, file, hashes, all });

type Way = 'write' | 'read';
const kindOf = ({ path: [node] }: PathLevel): PathNode['kind'] => node?.kind ?? 'block';
const toldLevel = (way: Way, kind: string): string => `${way} ${kind}`;

/** Up from the blocks, or down from the signature. */
const inWay = (way: Way, levels: readonly PathLevel[]): readonly PathLevel[] =>
  (way === 'write' ? [...levels] : [...levels].reverse()).filter(({ path }) => path.length > 0);

const lines = (way: Way, half: HashHalf): readonly Told[] =>
  inWay(way, half.levels).map((level, index, all) => {
    const kind = kindOf(level);
    const [node] = level.path;
    const state = node ? stateOf(way, node, index === firstWrong(way, all)) : 'untouched';
    return {
      key: toldLevel(way, kind),
      text: text(`merkle.tell.${state}`, {
        what: text(`merkle.kind.${kind}`),
        name: node?.name ?? '',
        value: node?.value ?? '',
        other: node?.other ?? '–',
        beside: level.beside.length,
      }),
    };
  });

/** The first level on a reader's way whose bytes are not what the one before names: there the check fails. */
const firstWrong = (way: Way, levels: readonly PathLevel[]): number =>
  way === 'write'
    ? -1
    : levels.findIndex(({ path }) => path.some(({ other, kind }) => other !== null && kind !== 'signature'));

const stateOf = (way: Way, { other }: PathNode, fails: boolean): HashNode['state'] =>
  fails && other !== null ? 'wrong' : way === 'write' || other !== null ? 'changed' : 'checked';

function Draw({ scene, size }: ViewProps<MerkleScene>) {
  const { writer, reader, refused } = scene;
  const last = refused.at(-1);
  const values = last ? <RefusalValues scene={scene} user={last.user} refusal={last.refusal} /> : null;
  const isReaders = last !== undefined && last.user === reader?.user;
  const beside = size.width >= 860;
  return (
    <div className="sundr-view merkle-view" data-beside={beside || undefined}>
      {writer ? (
        <Half way="write" half={writer} phone={size.phone} brief={!beside && reader !== null} />
      ) : null}
      {reader ? <Half way="read" half={reader} phone={size.phone} below={isReaders ? values : null} /> : null}
      {writer || reader ? null : (
        <p data-told="none">
          <Say text={text(noneOf(scene))} />
        </p>
      )}
      {isReaders ? null : values}
      {scene.signsTrees ? <Another phone={size.phone} /> : null}
    </div>
  );
}

const ChangeABlock = partOfView<typeof Drawn>(() =>
  import('./change-a-block.tsx').then((m) => m.ChangeABlock),
);

/** Any other block of the files, once somebody asks for it. */
function Another({ phone }: { readonly phone: boolean }) {
  const [open, turn] = useState(false);
  return (
    <details
      className="merkle-half merkle-another"
      data-part="another"
      onToggle={({ currentTarget }) => turn(currentTarget.open)}
    >
      <summary className="merkle-title">
        <Say text={text('merkle.change')} />
      </summary>
      {open ? (
        <Suspense fallback={null}>
          <ChangeABlock phone={phone} />
        </Suspense>
      ) : null}
    </details>
  );
}

interface HalfProps {
  readonly way: Way;
  readonly half: HashHalf;
  readonly phone: boolean;
  /** Where there is no room for both: folded to its title once somebody reads. */
  readonly brief?: boolean;
  readonly below?: ReactNode;
}

function Half({ way, half, phone, brief = false, below }: HalfProps) {
  const t = useWords();
  const levels = inWay(way, half.levels).map((level, index, all): HashLevel => {
    const kind = kindOf(level);
    const fails = index === firstWrong(way, all);
    const shown = (node: PathNode, state: HashNode['state']): HashNode => ({
      name: node.name,
      value: node.value,
      other: state === 'untouched' || state === 'checked' ? null : node.other,
      state,
    });
    return {
      id: kind,
      told: toldLevel(way, kind),
      title: t(`merkle.kind.${kind}`),
      note: t(`merkle.${way}.${kind}`),
      path: level.path.map((node) => shown(node, stateOf(way, node, fails))),
      beside: level.beside.map((node) => shown(node, 'untouched')),
    };
  });
  const title = (
    <>
      <Badge who={half.user} />
      <span>
        <Say text={text(way === 'write' ? 'merkle.writes' : 'merkle.reads', countsOf(half))} />
      </span>
    </>
  );
  const told = way === 'write' ? 'writes' : 'reads';
  const path = (
    <HashPath
      levels={levels}
      phone={phone}
      mostBeside={1}
      words={{
        checked: t('merkle.same'),
        expected: t('merkle.signed'),
        actual: t('merkle.bytes'),
        more: (count) => t('merkle.more', { count }),
      }}
    />
  );
  return brief ? (
    <details className="merkle-half">
      <summary className="merkle-title" data-told={told}>
        {title}
      </summary>
      {path}
    </details>
  ) : (
    <section className="merkle-half">
      <p className="merkle-title" data-told={told}>
        {title}
      </p>
      {path}
      {below}
    </section>
  );
}
