// What nodes believe and have, a row each: old struck and new bold where this step changed it.

import type { ReactNode } from 'react';
import type { Text } from '../../../base/text.ts';
import { text } from '../../../base/text.ts';
import type { PanelView } from '../../../session/frame.ts';
import type { ViewProps } from '../../../session/view-props.ts';
import { Say, usePlain } from '../../../widgets/say.tsx';
import type { Told } from '../../../widgets/view.ts';
import type { NodeRow } from '../network/scene.ts';

export type Fact = 'tip' | 'height' | 'confirmed' | 'pool' | 'coins';
/** The row of the state that has the same fact, and what it was before this step. */
const ROWS = {
  tip: 'tip',
  height: 'height',
  confirmed: 'confirmed',
  pool: 'pool',
  coins: 'balance',
} as const;

const poolText = ({ pool }: NodeRow): Text | string => (pool.length > 0 ? pool.join(' ') : text('none'));

export const toldNode = (node: NodeRow): Told => ({
  key: `node ${node.id}`,
  text: text('nodes.tells', {
    node: node.id,
    tip: node.tip,
    height: node.height,
    pool: poolText(node),
    coins: node.coins,
    confirmed: node.confirmed === null ? '' : text('nodes.tells.confirmed', { n: node.confirmed }),
  }),
});

export const isPaid = (nodes: readonly NodeRow[]): boolean =>
  nodes.some(({ confirmed }) => confirmed !== null);

interface Props extends Pick<ViewProps, 'panels' | 'hot' | 'setHot'> {
  readonly nodes: readonly NodeRow[];
  readonly facts: readonly Fact[];
}

/** Of an amount, old and new, in the column beside the tree. */
const MOST_FIGURES = 12;

export function NodeTable({ nodes, facts, panels, hot, setHot }: Props) {
  const plain = usePlain();
  return (
    <table className="node-table">
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
        {nodes.map((node) => {
          const panel = panels.find(({ actor }) => actor === node.id);
          const was = (fact: Fact): Text | null => wasOf(panel, fact);
          // Where there is no room for both, the new amount stands alone, in its row that is lit.
          const fits = (fact: Fact, old: Text | null): boolean =>
            fact !== 'coins' || old === null || plain(old).length + node.coins.length <= MOST_FIGURES;
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
                  <Changed was={fits(fact, was(fact)) ? was(fact) : null}>{shownFact(node, fact)}</Changed>
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

const wasOf = (panel: PanelView | undefined, fact: Fact): Text | null =>
  panel?.rows.find(({ id }) => id === ROWS[fact])?.was ?? null;

const shownFact = (node: NodeRow, fact: Fact): ReactNode =>
  fact !== 'pool' ? node[fact] : node.pool.length === 0 ? <Say text={text('none')} /> : node.pool.join(' ');

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
