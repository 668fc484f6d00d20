// Version structures, each on its signer's row, and how the newest of each stands to every other's. Where all are in
// order a user goes on; where two are apart, two worlds were shown together.

import { Suspense, useState } from 'react';
import { text } from '../../../base/text.ts';
import type { Hot, ViewProps } from '../../../session/view-props.ts';
import { axisOf } from '../../../widgets/axis.ts';
import { toldEntry } from '../../../widgets/branch-tree/branch-entry.ts';
import { BranchTree } from '../../../widgets/branch-tree/branch-tree.tsx';
import type { Told, View } from '../../../widgets/view.ts';
import type { Placed } from '../scene-log.ts';
import type { Order, VectorsScene } from '../scene-signed.ts';
import { EntryCard, EntryLine, RefusedCard } from './entry-card.tsx';
import { Heads } from './heads.tsx';
import { Badge, opWord, spelt, useLow, useWords } from './parts.tsx';
import { PhoneTree } from './phone-tree.tsx';
import { refusedLines, toldRefused } from './told.ts';
import './view.css';

export const vectors: View<ViewProps<VectorsScene>, VectorsScene> & { readonly stand: 'axis' } = {
  kind: 'vectors',
  stand: 'axis',
  Draw,
  outline: (scene) => [...entryLines(scene), ...orderLines(scene), ...refusedLines(scene.refused)],
};

const toldOrder = (one: string, other: string): string => `order ${one} ${other}`;

function entryLines({ entries, principals }: VectorsScene): readonly Told[] {
  return entries.map(({ id, slot, signer, kind, file, vector }) => ({
    key: toldEntry(id),
    text: text('vectors.entry', { id, signer, op: opWord(kind), file, vector: spelt(principals, vector) }),
    step: slot,
  }));
}

function orderLines({ principals, newest, orders }: VectorsScene): readonly Told[] {
  return principals.flatMap((one, row) =>
    principals.flatMap((other, column): Told[] => {
      const order = orders[row]?.[column];
      const [x, y] = [newest[row], newest[column]];
      if (row >= column || !order || !x || !y) return [];
      const about = { one, other, x: spelt(principals, x.vector), y: spelt(principals, y.vector) };
      return [{ key: toldOrder(one, other), text: text(`vectors.tell.${order}`, about) }];
    }),
  );
}

const hotThing = (hot: Hot | null): string | null =>
  hot?.startsWith('thing ') ? hot.slice('thing '.length) : null;

function Draw({ scene, track, cursor, hot, size, setHot }: ViewProps<VectorsScene>) {
  const t = useWords();
  const low = useLow();
  const [picked, setPicked] = useState<string | null>(null);
  const { entries, principals } = scene;
  const selected = entries.some(({ id }) => id === picked) ? picked : null;
  const shared = {
    entries,
    ahead: null,
    strays: scene.refused.flatMap(({ user, slot }) =>
      slot === null ? [] : [{ id: user, row: principals.indexOf(user), slot, told: toldRefused(user) }],
    ),
    stray: (id: string) => <RefusedCard user={id} />,
    now: cursor.step,
    first: track.from + 1,
    selected,
    hot: hotThing(hot),
    hotChoice: null,
    label: ({ id, kind, file }: Placed) => t('tree.short', { id, op: opWord(kind), file }),
    words: {
      list: t('tree.list'),
      fork: '',
      earlier: (count: number) => t('tree.earlier', { count }),
      moreBranches: (count: number) => t('tree.moreBranches', { count }),
    },
    onHot: (id: string | null) => setHot(id === null ? null : `thing ${id}`),
    onHotChoice: () => undefined,
    onSelect: (id: string) => setPicked(id === selected ? null : id),
    onChoose: () => undefined,
  };
  const heads = <Heads scene={scene} refused={scene.refused} selected={selected} />;
  if (size.phone) {
    return (
      <div className="sundr-view">
        <Suspense fallback={<span />}>
          <PhoneTree
            {...shared}
            track={track}
            glide={false}
            line={(entry) => (entry ? <EntryLine entry={entry} principals={principals} from={[]} /> : null)}
          />
        </Suspense>
        <Orders scene={scene} />
        {heads}
      </div>
    );
  }
  return (
    <div className="sundr-view">
      {heads}
      <BranchTree
        {...shared}
        axis={axisOf(size.width, true)}
        least={principals.length}
        rows={principals.map((_, row) => row)}
        tight={low || principals.length > 3}
        card={(entry) => (entry ? <EntryCard entry={entry} principals={principals} /> : null)}
        rowName={(row) => (
          <span className="vectors-row">
            <Badge who={principals[row] ?? ''} />
          </span>
        )}
        onDrop={() => undefined}
      />
      <Orders scene={scene} />
    </div>
  );
}

const SIGN: Readonly<Record<Order, string>> = { before: '≤', after: '≥', same: '=', apart: '∥' };

/** The newest structure of each, every one beside every other. */
function Orders({ scene }: { readonly scene: VectorsScene }) {
  const t = useWords();
  const { principals, newest, orders } = scene;
  return (
    <table className="vectors-orders">
      <caption data-part="caption">{t('vectors.title')}</caption>
      <thead data-part="heads">
        <tr>
          <td />
          {principals.map((who) => (
            <th key={who} scope="col">
              {who}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {principals.map((one, row) => (
          <tr key={one}>
            <th scope="row" data-part="heads">
              {one}
              <span style={{ minWidth: `${principals.length * 3}ch` }}>
                {newest[row] ? spelt(principals, newest[row].vector) : '–'}
              </span>
            </th>
            {principals.map((other, column) => {
              const order = orders[row]?.[column];
              const key = row < column ? toldOrder(one, other) : toldOrder(other, one);
              return order && row !== column ? (
                <td key={other} data-told={key} data-order={order} title={t(`vectors.order.${order}`)}>
                  {SIGN[order]}
                </td>
              ) : (
                <td key={other} />
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
