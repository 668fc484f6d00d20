// The block tree by height: a column a height, a row a branch, on each card who found the block, what is paid in it, and
// whose tip it is. What most nodes believe is in thick ink.

import { useState } from 'react';
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
import { Tips } from './block-tips.tsx';
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
  // The tip that most believe stands last, so that its chain is thick.
  const entries = [...scene.blocks.filter((block) => block !== last), ...(last ? [last] : [])];
  const label = ({ id, height }: DrawnBlock): string => t('blocks.short', { block: id, height });
  const earlier = (count: number): string => t('blocks.earlier', { count });
  const select = (id: string): void => setPicked(id === selected ? null : id);
  const shown = scene.blocks.find(({ id }) => id === (selected ?? last?.id));
  // On a phone the tree grows downwards: what is said of a block stands above it.
  const said = (
    <p className="block-told" data-part="told">
      {shown ? <Say text={tells(shown)} /> : null}
    </p>
  );
  return (
    <div className="block-tree">
      <p className="block-tree-title" data-part="title">
        <Say text={text('blocks.title')} />
      </p>
      {size.phone ? said : null}
      {size.phone ? (
        <PhoneBlocks
          scene={scene}
          selected={selected}
          label={label}
          on={(parent) => t('blocks.on', { parent })}
          earlier={earlier}
          onSelect={select}
        />
      ) : (
        <BranchTree
          entries={entries}
          ahead={null}
          strays={[]}
          stray={() => null}
          now={last?.slot ?? 1}
          first={Math.max(1, scene.height + 2 - axis.columns)}
          selected={selected}
          hot={hot?.startsWith('thing ') ? hot.slice('thing '.length) : null}
          hotChoice={null}
          label={label}
          words={{
            list: t('blocks.list'),
            fork: t('blocks.fork'),
            earlier,
            moreBranches: (count) => t('blocks.moreBranches', { count }),
          }}
          axis={axis}
          least={LEAST_ROWS}
          tight={low}
          card={(block) => (block ? <BlockCard block={block} /> : null)}
          rowName={(row) => <b>{t('blocks.branch', { branch: row + 1 })}</b>}
          onHot={(id) => setHot(id === null ? null : `thing ${id}`)}
          onHotChoice={() => {}}
          onSelect={select}
          onChoose={() => {}}
          onDrop={() => {}}
        />
      )}
      {size.phone ? null : said}
    </div>
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
