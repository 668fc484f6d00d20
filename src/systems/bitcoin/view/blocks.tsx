// The block tree by height: a column a height, a row a branch, on each card who found the block, what is paid in it, and
// whose tip it is. What most nodes believe is in thick ink.

import { Suspense, useState } from 'react';
import type { Text, TextArg } from '../../../base/text.ts';
import { text } from '../../../base/text.ts';
import type { ViewProps } from '../../../session/view-props.ts';
import { axisOf } from '../../../widgets/axis.ts';
import { toldEntry } from '../../../widgets/branch-tree/branch-entry.ts';
import { BranchTree } from '../../../widgets/branch-tree/branch-tree.tsx';
import { Say, usePlain } from '../../../widgets/say.tsx';
import { useMedia } from '../../../widgets/use-size.ts';
import type { Told, View } from '../../../widgets/view.ts';
import type { BlocksScene, DrawnBlock } from '../network/scene.ts';
import { PhoneBlocks } from './phone-blocks.tsx';
import './blocks.css';

const LEAST_ROWS = 2;

export const blocks: View<ViewProps<BlocksScene>, BlocksScene> & { readonly stand: 'moment' } = {
  kind: 'blocks',
  stand: 'moment',
  Draw,
  outline: (scene) => scene.blocks.map((block): Told => ({ key: toldEntry(block.id), text: tells(block) })),
};

function tells({ id, parent, height, finder, payments, hash, tipOf }: DrawnBlock): Text {
  const args = {
    block: id,
    parent: parent ?? '',
    height,
    finder,
    hash,
    paid: payments.length > 0 ? text('blocks.paid', { payments: payments.join(', ') }) : '',
    tip: tipOf.length > 0 ? text('blocks.tipOf', { nodes: tipOf.join(', ') }) : '',
  };
  return text(parent === null ? 'blocks.tells.first' : 'blocks.tells', args);
}

function Draw({ scene, size, hot, setHot }: ViewProps<BlocksScene>) {
  const plain = usePlain();
  const t = (key: string, args?: Readonly<Record<string, TextArg>>): string => plain(text(key, args));
  const low = useMedia('(max-height: 960px)');
  const [picked, setPicked] = useState<string | null>(null);
  const selected = scene.blocks.some(({ id }) => id === picked) ? picked : null;
  const axis = axisOf(size.width, true);
  const last = scene.blocks.find(({ id }) => id === scene.believed);
  // On a phone a block has a row of its own; on the axis the tip that most believe stands last, so that its chain is thick.
  const entries = size.phone
    ? scene.blocks.map((block, index) => ({ ...block, slot: index + 1 }))
    : [...scene.blocks.filter((block) => block !== last), ...(last ? [last] : [])];
  const shared = {
    entries,
    ahead: null,
    strays: [],
    stray: () => null,
    now: entries.find(({ id }) => id === last?.id)?.slot ?? 1,
    first: size.phone ? Math.max(1, entries.length - 11) : Math.max(1, scene.height + 2 - axis.columns),
    selected,
    hot: hot?.startsWith('thing ') ? hot.slice('thing '.length) : null,
    hotChoice: null,
    label: ({ id, height }: DrawnBlock) => t('blocks.short', { block: id, height }),
    words: {
      list: t('blocks.list'),
      fork: t('blocks.fork'),
      earlier: (count: number) => t('blocks.earlier', { count }),
      moreBranches: (count: number) => t('blocks.moreBranches', { count }),
    },
    onHot: (id: string | null) => setHot(id === null ? null : `thing ${id}`),
    onHotChoice: () => {},
    onSelect: (id: string) => setPicked(id === selected ? null : id),
    onChoose: () => {},
  };
  const shown = scene.blocks.find(({ id }) => id === (selected ?? last?.id));
  return (
    <div className="block-tree">
      <p className="block-tree-title" data-part="title">
        <Say text={text('blocks.title')} />
      </p>
      {size.phone ? (
        <Suspense fallback={<span />}>
          <PhoneBlocks
            {...shared}
            glide={false}
            line={(block) => (block ? <BlockLine block={block} /> : null)}
          />
        </Suspense>
      ) : (
        <BranchTree
          {...shared}
          axis={axis}
          least={LEAST_ROWS}
          tight={low}
          card={(block) => (block ? <BlockCard block={block} /> : null)}
          rowName={(row) => <b>{t('blocks.branch', { branch: row + 1 })}</b>}
          onDrop={() => {}}
        />
      )}
      <p className="block-told" data-part="told">
        {shown ? <Say text={tells(shown)} /> : null}
      </p>
    </div>
  );
}

const MOST_TIPS = 3;

/** Whose tip it is: letters in boxes, so that it is read without colour. */
function Tips({ nodes }: { readonly nodes: readonly string[] }) {
  if (nodes.length === 0) return null;
  const few = nodes.length <= MOST_TIPS ? nodes : nodes.slice(0, MOST_TIPS - 1);
  return (
    <span className="block-tips">
      {few.map((id) => (
        <span key={id}>{id}</span>
      ))}
      {nodes.length > few.length ? `+${nodes.length - few.length}` : null}
    </span>
  );
}

function BlockCard({ block }: { readonly block: DrawnBlock }) {
  return (
    <>
      <span className="block-head">
        <b>{block.id}</b>
        {block.payments.length > 0 ? <code>{block.payments.join(' ')}</code> : null}
      </span>
      <Tips nodes={block.tipOf} />
    </>
  );
}

function BlockLine({ block }: { readonly block: DrawnBlock }) {
  return (
    <>
      <span className="block-height">{block.height}</span>
      <b>{block.id}</b>
      {block.payments.length > 0 ? <code>{block.payments.join(' ')}</code> : null}
      <Tips nodes={block.tipOf} />
    </>
  );
}
