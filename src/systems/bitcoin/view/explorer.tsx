// The chain explorer: a block of the run is picked, and its header, its coinbase or one of its payments looked into, byte
// by byte, as the inspector of the first scenarios has it: hashed anew from what is there, checked anew.

import { useMemo, useState } from 'react';
import { text } from '../../../base/text.ts';
import type { ViewProps } from '../../../session/view-props.ts';
import { Say, usePlain } from '../../../widgets/say.tsx';
import type { View } from '../../../widgets/view.ts';
import { blockOf, blocksOf, hasBlock } from '../network/chain.ts';
import { childrenOf, flowOf, HEADER, inspected, itemsOf } from '../network/explorer.ts';
import type { ExplorerScene } from '../network/scene.ts';
import type { BytesScene } from '../scene-bytes.ts';
import { bytes } from './bytes.tsx';
import './blocks.css';

export const explorer: View<ViewProps<ExplorerScene>, ExplorerScene> & { readonly stand: 'moment' } = {
  kind: 'explorer',
  stand: 'moment',
  Draw,
  outline: (scene) => bytes.outline(inspected(scene, blockOf(scene, scene.believed), HEADER)),
};

interface Picked {
  readonly block: string;
  readonly item: string;
}

function Draw({ scene, ...given }: ViewProps<ExplorerScene>) {
  const plain = usePlain();
  const [picked, pick] = useState<Picked | null>(null);
  // What a node does not have under the lens, or in an earlier step, is not there to be picked.
  const name = picked && hasBlock(scene, picked.block) ? picked.block : scene.believed;
  const block = blockOf(scene, name);
  const items = itemsOf(block);
  const item = picked && name === picked.block && items.includes(picked.item) ? picked.item : HEADER;
  const shown = useMemo((): BytesScene => inspected(scene, block, item), [scene, block, item]);
  const go = (to: string): void => pick({ block: to, item: HEADER });
  const children = childrenOf(scene, name);
  return (
    <div className="explorer" data-phone={given.size.phone || undefined}>
      <div className="explorer-pick" data-part="pick">
        <label>
          <Say text={text('explorer.pick')} />
          <select className="picker" value={name} onChange={(event) => go(event.target.value)}>
            {[...blocksOf(scene)].reverse().map(({ name: id, height }) => (
              <option key={id} value={id}>
                {plain(text('explorer.option', { block: id, height }))}
              </option>
            ))}
          </select>
        </label>
        <span>
          {block.parent === null ? (
            <Say text={text('explorer.first')} />
          ) : (
            <>
              <Say text={text('explorer.stands')} /> <Go to={block.parent} go={go} />
            </>
          )}
        </span>
        <span>
          <Say text={text('explorer.carries')} />{' '}
          {children.length === 0 ? <Say text={text('explorer.none')} /> : null}
          {children.map((child) => (
            <Go key={child} to={child} go={go} />
          ))}
        </span>
      </div>
      <div
        className="segments"
        role="radiogroup"
        aria-label={plain(text('explorer.inside'))}
        data-part="items"
      >
        {items.map((one) => (
          <label key={one} data-on={one === item || undefined}>
            <input
              type="radio"
              className="visually-hidden"
              name="explorer-item"
              checked={one === item}
              onChange={() => pick({ block: name, item: one })}
            />
            <Say
              text={
                block.payments.includes(one)
                  ? text('explorer.item.payment', { payment: one })
                  : text(`explorer.item.${one}`)
              }
            />
          </label>
        ))}
      </div>
      <ul className="explorer-flow" data-part="flow">
        {flowOf(scene, block, item).map((line) => (
          <li key={line.key}>
            <Say text={line} />
          </li>
        ))}
      </ul>
      <bytes.Draw {...given} scene={shown} />
    </div>
  );
}

interface GoProps {
  readonly to: string;
  go(to: string): void;
}

const Go = ({ to, go }: GoProps) => (
  <button type="button" className="button" onClick={() => go(to)}>
    {to}
  </button>
);
