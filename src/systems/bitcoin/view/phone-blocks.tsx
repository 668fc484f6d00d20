// The block tree on a phone: a row a height, a column a branch, from the first block down. A block that stands on none of
// its own column says on which.

import { toldEntry } from '../../../widgets/branch-tree/branch-entry.ts';
import type { BlocksScene, DrawnBlock } from '../network/scene.ts';
import { Tips } from './block-tips.tsx';

interface Props {
  readonly scene: BlocksScene;
  readonly selected: string | null;
  readonly label: (block: DrawnBlock) => string;
  /** In front of the block that it stands on: "on G". */
  readonly on: (parent: string) => string;
  readonly earlier: (count: number) => string;
  readonly onSelect: (id: string) => void;
}

/** Heights and branches that are drawn at most: the highest, and the first. */
const MOST_HEIGHTS = 10;
const MOST_BRANCHES = 3;

export function PhoneBlocks({ scene, selected, label, on, earlier, onSelect }: Props) {
  const from = Math.max(0, scene.height + 1 - MOST_HEIGHTS);
  const rowOf = new Map(scene.blocks.map(({ id, row }) => [id, row]));
  const heights = Array.from({ length: scene.height + 1 - from }, (_, index) => from + index);
  return (
    <>
      <p className="block-earlier" data-part="earlier">
        {from > 0 ? earlier(from) : ' '}
      </p>
      <div className="block-heights">
        {heights.map((height) => (
          <div key={height} className="block-height">
            <span className="block-number" data-part={`height ${height}`}>
              {height}
            </span>
            {scene.blocks
              .filter((block) => block.height === height && block.row < MOST_BRANCHES)
              .map((block) => (
                <button
                  key={block.id}
                  type="button"
                  className="block-cell"
                  style={{ gridRow: 1, gridColumn: block.row + 2 }}
                  data-told={toldEntry(block.id)}
                  data-believed={block.id === scene.believed || undefined}
                  aria-pressed={selected === block.id}
                  aria-label={label(block)}
                  onClick={() => onSelect(block.id)}
                >
                  <b>{block.id}</b>
                  {block.payments.length > 0 ? <code>{block.payments.join(' ')}</code> : null}
                  <Tips nodes={block.tipOf} />
                  {block.parent !== null && rowOf.get(block.parent) !== block.row ? (
                    <span className="block-on">{on(block.parent)}</span>
                  ) : null}
                </button>
              ))}
          </div>
        ))}
      </div>
    </>
  );
}
