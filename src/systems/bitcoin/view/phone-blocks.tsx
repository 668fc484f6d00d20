// The block tree on a phone: a row a height, a column a branch, from the first block down. A block that stands on none of
// its own column says on which.

import { toldEntry } from '../../../widgets/branch-tree/branch-entry.ts';
import type { BlocksScene, DrawnBlock } from '../network/scene.ts';
import { Payments } from './block-card.tsx';
import type { BlockPage } from './block-page.ts';
import { Tips } from './block-tips.tsx';

interface Props {
  readonly scene: BlocksScene;
  readonly page: BlockPage;
  readonly selected: string | null;
  readonly label: (block: DrawnBlock) => string;
  /** In front of the block that it stands on: "on G". */
  readonly on: (parent: string) => string;
  readonly earlier: (count: number) => string;
  readonly onSelect: (id: string) => void;
}

export function PhoneBlocks({ scene, page, selected, label, on, earlier, onSelect }: Props) {
  const from = page.first - 1;
  const rowOf = new Map(page.blocks.map(({ id, row }) => [id, row]));
  const columnOf = new Map(page.rows.map((row, index) => [row, index + 2]));
  // Places are there from the start where heights are still to come, and take no room before.
  const heights = page.heights.filter((height) => height <= scene.height);
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
            {page.blocks
              .filter((block) => block.height === height)
              .map((block) => (
                <button
                  key={block.id}
                  type="button"
                  className="block-cell"
                  style={{ gridRow: 1, gridColumn: columnOf.get(block.row) }}
                  data-told={toldEntry(block.id)}
                  data-believed={block.id === scene.believed || undefined}
                  aria-pressed={selected === block.id}
                  aria-label={label(block)}
                  onClick={() => onSelect(block.id)}
                >
                  <b>{block.id}</b>
                  <Payments payments={block.payments} />
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
