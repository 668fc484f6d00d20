// What stands on a block's card: its name and payments, its hash with the zeros faint, and whose tip it is.

import type { DrawnBlock } from '../network/scene.ts';
import type { Moved } from './block-moved.ts';
import { Tips } from './block-tips.tsx';

/** As many payments are named. */
const MOST_NAMED = 2;

function Payments({ payments }: Pick<DrawnBlock, 'payments'>) {
  const few = payments.length > MOST_NAMED ? payments.slice(0, 1) : payments;
  return payments.length === 0 ? null : (
    <code>
      {few.join(' ')}
      {payments.length > few.length ? ` +${payments.length - few.length}` : null}
    </code>
  );
}

interface Props {
  readonly block: DrawnBlock;
  readonly moved: Moved;
}

export function BlockCard({ block, moved }: Props) {
  return (
    <>
      <BlockFace block={block} moved={moved} />
      <Tips nodes={block.tipOf} was={moved.was} />
    </>
  );
}

/** The same without whose tip it is. */
export function BlockFace({ block, moved }: Props) {
  const signs = [...moved.left.map((id) => `−${id}`), ...moved.came.map((id) => `+${id}`)];
  return (
    <>
      <span className="block-head">
        <b>{block.id}</b>
        <Payments payments={block.payments} />
        {signs.length > 0 ? <b className="block-signs">{signs.slice(0, 2).join(' ')}</b> : null}
      </span>
      <Hash hash={block.hash} />
    </>
  );
}

const SHOWN = 8;
function Hash({ hash }: Pick<DrawnBlock, 'hash'>) {
  const zeros = /^0*/.exec(hash)?.[0] ?? '';
  return (
    <code className="block-hash">
      <span>{zeros}</span>
      {hash.slice(zeros.length, SHOWN)}
    </code>
  );
}
