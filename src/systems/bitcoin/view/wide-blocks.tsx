// The block tree on a wide page: a column a height with the work up to it, a row a branch; beside it, where the nodes are
// few, what each of them believes. Dashed: where the next find would stand.

import { grouped } from '../../../base/numbers.ts';
import type { TextArg } from '../../../base/text.ts';
import { text } from '../../../base/text.ts';
import type { ViewProps } from '../../../session/view-props.ts';
import type { Axis } from '../../../widgets/axis.ts';
import { BranchTree } from '../../../widgets/branch-tree/branch-tree.tsx';
import { usePlain } from '../../../widgets/say.tsx';
import { useMedia } from '../../../widgets/use-size.ts';
import type { BlocksScene, DrawnBlock } from '../network/scene.ts';
import { aheadOf, LEAST_ROWS } from './block-ahead.ts';
import { BlockCard } from './block-card.tsx';
import { movedOn } from './block-moved.ts';
import type { BlockPage } from './block-page.ts';
import { isPaid, NodeTable } from './node-table.tsx';

interface Props
  extends Pick<ViewProps<BlocksScene>, 'scene' | 'panels' | 'choices' | 'hot' | 'setHot' | 'choose'> {
  readonly page: BlockPage;
  readonly axis: Axis;
  readonly table: boolean;
  readonly selected: string | null;
  readonly label: (block: DrawnBlock) => string;
  readonly onSelect: (id: string) => void;
}

export function WideBlocks(props: Props) {
  const { scene, page, axis, table, panels, hot, setHot, selected } = props;
  const plain = usePlain();
  const t = (key: string, args?: Readonly<Record<string, TextArg>>): string => plain(text(key, args));
  const low = useMedia('(max-height: 960px)');
  const last = scene.blocks.find(({ id }) => id === scene.believed);
  const lead = page.blocks.find(({ id }) => id === scene.believed) ?? page.blocks.at(-1);
  // The tip that most believe stands last, so that its chain is thick.
  const entries = [...page.blocks.filter((block) => block !== lead), ...(lead ? [lead] : [])];
  const next = aheadOf(props, (who) => t('blocks.ahead', { who }));
  const moved = movedOn(scene.blocks, panels);
  return (
    <div className="block-wide">
      <div>
        <Heights scene={scene} page={page} axis={axis} />
        <BranchTree
          entries={entries}
          rows={page.rows}
          ahead={next}
          strays={[]}
          stray={() => null}
          now={last?.slot ?? 1}
          lit={(id) => moved(id).lit}
          first={page.first}
          selected={selected}
          hot={hot?.startsWith('thing ') ? hot.slice('thing '.length) : null}
          hotChoice={hot?.startsWith('action ') ? hot.slice('action '.length) : null}
          label={props.label}
          words={{
            list: t('blocks.list'),
            fork: t('blocks.fork'),
            earlier: (count) => t('blocks.earlier', { count }),
            moreBranches: (count) => t('blocks.moreBranches', { count }),
          }}
          axis={axis}
          least={LEAST_ROWS}
          tight={low}
          card={(block) =>
            block ? (
              <BlockCard block={block} moved={moved(block.id)} />
            ) : (
              <>
                <b>{next?.id}</b>
                <span>{next?.label}</span>
              </>
            )
          }
          rowName={(row) => <b>{t('blocks.branch', { branch: row + 1 })}</b>}
          onHot={(id) => setHot(id === null ? null : `thing ${id}`)}
          onHotChoice={(key) => setHot(key === null ? null : `action ${key}`)}
          onSelect={props.onSelect}
          onChoose={props.choose}
          onDrop={() => {}}
        />
      </div>
      {table ? (
        <NodeTable
          nodes={scene.nodes}
          facts={['tip', ...(isPaid(scene.nodes) ? (['confirmed'] as const) : []), 'pool', 'coins']}
          panels={panels}
          hot={hot}
          setHot={setHot}
        />
      ) : null}
    </div>
  );
}

/** Over each column its height, and the most work that there is up to it. */
function Heights({
  scene,
  page,
  axis,
}: {
  readonly scene: BlocksScene;
  readonly page: BlockPage;
  readonly axis: Axis;
}) {
  const plain = usePlain();
  const most = new Map<number, number>();
  for (const { height, work } of scene.blocks) most.set(height, Math.max(work, most.get(height) ?? 0));
  const { gutter, lead, column } = axis;
  return (
    <div className="block-axis" aria-hidden="true">
      <span data-part="axis" style={{ width: gutter + lead }}>
        {plain(text('blocks.height'))}
        <small>{plain(text('blocks.work'))}</small>
      </span>
      {page.heights.map((height) => (
        <span key={height} data-part={`height ${height}`} style={{ width: column }}>
          {height}
          <small>{most.has(height) ? grouped(most.get(height) ?? 0) : ' '}</small>
        </span>
      ))}
    </div>
  );
}
