// What each node believes and has: its tip, its pool, its coins. Few stand as rows of a table; of many each has a small box
// in a place of its own, so that thirty are one glance.

import type { Text } from '../../../base/text.ts';
import { text } from '../../../base/text.ts';
import type { ViewProps } from '../../../session/view-props.ts';
import { Say } from '../../../widgets/say.tsx';
import type { View } from '../../../widgets/view.ts';
import type { NodesScene } from '../network/scene.ts';
import type { Fact } from './node-table.tsx';
import { isPaid, NodeTable, toldNode } from './node-table.tsx';
import './blocks.css';

/** As many are rows. */
const MOST_ROWS = 8;
/** As many tips are named. */
const MOST_TIPS = 4;

export const nodes: View<ViewProps<NodesScene>, NodesScene> & { readonly stand: 'moment' } = {
  kind: 'nodes',
  stand: 'moment',
  Draw,
  outline: (scene) => [{ key: 'tips', text: tipsText(scene) }, ...scene.nodes.map(toldNode)],
};

const tipsText = ({ tips }: NodesScene): Text =>
  tips.length === 1
    ? text('nodes.title.one', { tip: tips[0]?.tip ?? '' })
    : text('nodes.title', {
        count: tips.length,
        tips: [
          ...tips.slice(0, MOST_TIPS).map(({ tip, count }) => `${tip} ×${count}`),
          ...(tips.length > MOST_TIPS ? ['…'] : []),
        ].join(', '),
      });

function Draw({ scene, panels, hot, setHot, size }: ViewProps<NodesScene>) {
  const many = scene.nodes.length > MOST_ROWS;
  const pools = scene.nodes.some(({ pool }) => pool.length > 0);
  const facts: readonly Fact[] = many
    ? ['tip', ...(pools ? (['pool'] as const) : []), 'coins']
    : ['tip', 'height', ...(isPaid(scene.nodes) ? (['confirmed'] as const) : []), 'pool', 'coins'];
  return (
    <div className="nodes-view" data-many={many || undefined} data-phone={size.phone || undefined}>
      <p data-told="tips">
        <Say text={tipsText(scene)} />
      </p>
      <NodeTable nodes={scene.nodes} facts={facts} panels={panels} hot={hot} setHot={setHot} />
    </div>
  );
}
