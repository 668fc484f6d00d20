// What each node believes and has: its tip, its pool, its coins; old struck and new bold where this step changed it. Few
// stand as rows of a table; of many each has a small box in a place of its own, so that thirty are one glance.

import type { ReactNode } from 'react';
import type { Text } from '../../../base/text.ts';
import { text } from '../../../base/text.ts';
import type { PanelView } from '../../../session/frame.ts';
import type { ViewProps } from '../../../session/view-props.ts';
import { Say, usePlain } from '../../../widgets/say.tsx';
import type { Told, View } from '../../../widgets/view.ts';
import type { NodeRow, NodesScene } from '../network/scene.ts';
import './blocks.css';

/** As many are rows. */
const MOST_ROWS = 8;
/** As many tips are named. */
const MOST_TIPS = 4;
const FACTS = ['tip', 'height', 'pool', 'coins'] as const;
/** The row of the state that has the same fact, and what it was before this step. */
const ROWS = { tip: 'tip', height: 'height', pool: 'pool', coins: 'balance' } as const;
type Fact = (typeof FACTS)[number];

export const nodes: View<ViewProps<NodesScene>, NodesScene> & { readonly stand: 'moment' } = {
  kind: 'nodes',
  stand: 'moment',
  Draw,
  outline: (scene) => [
    { key: 'tips', text: tipsText(scene) },
    ...scene.nodes.map((node): Told => ({ key: `node ${node.id}`, text: tells(node) })),
  ],
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

const poolText = ({ pool }: NodeRow): Text | string => (pool.length > 0 ? pool.join(' ') : text('none'));

const tells = (node: NodeRow): Text =>
  text('nodes.tells', {
    node: node.id,
    tip: node.tip,
    height: node.height,
    pool: poolText(node),
    coins: node.coins,
  });

const coinsOf = ({ coins }: NodeRow): Text => text('row.coins', { coins });

function Draw({ scene, panels, hot, setHot, size }: ViewProps<NodesScene>) {
  const many = scene.nodes.length > MOST_ROWS;
  const facts = many
    ? FACTS.filter((fact) => fact !== 'height' && (fact !== 'pool' || hasPools(scene)))
    : FACTS;
  return (
    <div className="nodes-view" data-many={many || undefined} data-phone={size.phone || undefined}>
      <p data-told="tips">
        <Say text={tipsText(scene)} />
      </p>
      <table>
        <thead data-part="heads">
          <tr>
            {(['node', ...facts] as const).map((head) => (
              <th key={head} scope="col">
                <Say text={text(`nodes.${head}`)} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {scene.nodes.map((node) => {
            const panel = panels.find(({ actor }) => actor === node.id);
            const was = (fact: Fact): Text | null => wasOf(panel, fact);
            return (
              <tr
                key={node.id}
                data-told={`node ${node.id}`}
                data-now={facts.some((fact) => was(fact) !== null) || undefined}
                data-hot={hot === `actor ${node.id}` || undefined}
                onPointerEnter={() => setHot(`actor ${node.id}`)}
                onPointerLeave={() => setHot(null)}
              >
                <th scope="row">{node.id}</th>
                {facts.map((fact) => (
                  <td key={fact} data-fact={fact}>
                    <Changed was={was(fact)}>{shownFact(node, fact)}</Changed>
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

const hasPools = ({ nodes: all }: NodesScene): boolean => all.some(({ pool }) => pool.length > 0);

const wasOf = (panel: PanelView | undefined, fact: Fact): Text | null =>
  panel?.rows.find(({ id }) => id === ROWS[fact])?.was ?? null;

const shownFact = (node: NodeRow, fact: Fact): ReactNode =>
  fact === 'coins' ? (
    <Say text={coinsOf(node)} />
  ) : fact === 'pool' && node.pool.length === 0 ? (
    <Say text={text('none')} />
  ) : fact === 'pool' ? (
    node.pool.join(' ')
  ) : (
    node[fact]
  );

/** Old and new, told apart without colour. */
function Changed({ was, children }: { readonly was: Text | null; readonly children: ReactNode }) {
  const plain = usePlain();
  if (was === null) return <span>{children}</span>;
  return (
    <>
      <s title={plain(text('nodes.was'))}>
        <Say text={was} />
      </s>{' '}
      <b>{children}</b>
    </>
  );
}
