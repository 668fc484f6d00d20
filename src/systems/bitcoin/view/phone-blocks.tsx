// The block tree on a phone: a row a height, the highest on top, a column a branch, below each block whose tip it is; under
// the tree what is said of a block, and what each node believes. What most nodes believe is in thick ink.

import type { CSSProperties } from 'react';
import type { Text, TextArg } from '../../../base/text.ts';
import { text } from '../../../base/text.ts';
import type { ViewProps } from '../../../session/view-props.ts';
import { toldEntry } from '../../../widgets/branch-tree/branch-entry.ts';
import { Say, usePlain } from '../../../widgets/say.tsx';
import type { BlocksScene, DrawnBlock } from '../network/scene.ts';
import { aheadOf } from './block-ahead.ts';
import { BlockFace } from './block-card.tsx';
import { movedOn } from './block-moved.ts';
import type { BlockPage } from './block-page.ts';
import { PHONE_COLUMNS } from './block-page.ts';
import { Tips } from './block-tips.tsx';
import { isPaid, NodeTable } from './node-table.tsx';
import './phone-blocks.css';

interface Props
  extends Pick<ViewProps<BlocksScene>, 'scene' | 'panels' | 'choices' | 'hot' | 'setHot' | 'choose'> {
  readonly page: BlockPage;
  readonly selected: string | null;
  readonly told: Text | null;
  readonly label: (block: DrawnBlock) => string;
  readonly onSelect: (id: string) => void;
}

export function PhoneBlocks(props: Props) {
  const { scene, page, panels, selected, told, label, choose, onSelect } = props;
  const plain = usePlain();
  const t = (key: string, args?: Readonly<Record<string, TextArg>>): string => plain(text(key, args));
  const columnOf = (row: number): number => page.rows.indexOf(row);
  const bottom = page.heights[0] ?? 0;
  const byId = new Map(page.blocks.map((block) => [block.id, block]));
  const drawn = page.blocks.filter(({ height }) => height >= bottom);
  const believed = chainOf(scene);
  const moved = movedOn(scene.blocks, panels);
  const next = aheadOf(props, (who) => t('blocks.ahead', { who }));
  const nextColumn = next === null ? -1 : columnOf(next.row) < 0 ? page.rows.length : columnOf(next.row);
  const nextUp = next === null ? -1 : next.slot - page.first;
  const isDrawn = next !== null && nextColumn < PHONE_COLUMNS && nextUp >= 0 && nextUp < page.heights.length;
  const place = ({ row, height }: DrawnBlock): Place => ({ column: columnOf(row), up: height - bottom });
  return (
    <>
      <div className="phone-tree" style={treeStyle(page)}>
        {page.heights.map((height) => (
          <span
            key={height}
            className="phone-height"
            data-part={`height ${height}`}
            style={styleOf({ column: 0, up: height - bottom })}
          >
            {height}
          </span>
        ))}
        {drawn.map((block) => {
          const parent = block.parent === null ? undefined : byId.get(block.parent);
          const thick = believed.has(block.id);
          const { left, was, lit } = moved(block.id);
          return (
            <div key={block.id} className="phone-block" style={styleOf(place(block))}>
              {parent && (parent.height >= bottom || parent.row === block.row) ? (
                <Edge
                  to={place(parent)}
                  from={place(block)}
                  thick={thick}
                  lit={lit}
                  told={toldEntry(block.id)}
                />
              ) : null}
              <button
                type="button"
                className="block-cell"
                data-told={toldEntry(block.id)}
                data-believed={block.id === scene.believed || undefined}
                data-left={left.length > 0 || undefined}
                data-lit={lit || undefined}
                aria-pressed={selected === block.id}
                aria-label={label(block)}
                onClick={() => onSelect(block.id)}
              >
                <BlockFace block={block} moved={moved(block.id)} />
              </button>
              <span className="phone-under" data-told={toldEntry(block.id)}>
                <Tips nodes={block.tipOf} was={was} />
                {block.parent !== null && !parent ? t('blocks.on', { parent: block.parent }) : null}
              </span>
            </div>
          );
        })}
        {next && isDrawn ? (
          <div className="phone-block" style={styleOf({ column: nextColumn, up: nextUp })}>
            <button
              type="button"
              className="block-cell phone-ahead"
              data-choice={next.key}
              onClick={() => choose(next.key)}
            >
              <b>{next.id}</b>
              <span>{next.label}</span>
            </button>
          </div>
        ) : null}
        {foldsOf(page, bottom).map(({ row, count }) => (
          <span
            key={row}
            className="phone-fold"
            data-part={`fold ${row}`}
            style={{ ...styleOf({ column: columnOf(row), up: 0 }), bottom: 0 }}
          >
            {t('blocks.earlier', { count })}
          </span>
        ))}
      </div>
      <p className="block-told" data-part="told">
        {told ? <Say text={told} /> : null}
      </p>
      {scene.nodes.length > 0 ? (
        <NodeTable
          nodes={scene.nodes}
          facts={['tip', ...(isPaid(scene.nodes) ? (['confirmed'] as const) : []), 'pool', 'coins']}
          panels={panels}
          hot={props.hot}
          setHot={props.setHot}
        />
      ) : null}
    </>
  );
}

/** Of a height in px, and of what is folded below. */
const ROW = 58;
const FOLD = 22;

/** A column from the left, a height from the bottom of the page. */
interface Place {
  readonly column: number;
  readonly up: number;
}

const styleOf = ({ column, up }: Place): CSSProperties =>
  ({ '--column': column, bottom: FOLD + up * ROW }) as CSSProperties;

const treeStyle = ({ heights }: BlockPage): CSSProperties =>
  ({
    '--gutter': `${Math.max(21, 6 + 8 * String(heights.at(-1) ?? 0).length)}px`,
    height: heights.length * ROW + FOLD,
  }) as CSSProperties;

/** From a block down to the one that it stands on; in another column it comes to its side. */
function Edge({
  from,
  to,
  thick,
  lit,
  told,
}: {
  readonly from: Place;
  readonly to: Place;
  readonly thick: boolean;
  readonly lit: boolean;
  readonly told: string;
}) {
  const aside = from.column - to.column;
  return (
    <i
      className="phone-edge"
      aria-hidden="true"
      data-told={told}
      data-aside={aside > 0 || undefined}
      data-thick={thick || undefined}
      data-lit={lit || undefined}
      style={{ '--aside': aside } as CSSProperties}
    />
  );
}

/** The chain that most believe. */
function chainOf({ blocks, believed }: BlocksScene): ReadonlySet<string> {
  const byId = new Map(blocks.map((block) => [block.id, block]));
  const chain = new Set<string>();
  for (let at = byId.get(believed); at; at = at.parent === null ? undefined : byId.get(at.parent))
    chain.add(at.id);
  return chain;
}

/** Under which columns something is folded, and how many blocks stand there one on another. */
function foldsOf(
  page: BlockPage,
  bottom: number,
): readonly { readonly row: number; readonly count: number }[] {
  return page.rows.flatMap((row) => {
    const own = page.blocks.filter((block) => block.row === row && block.height < bottom);
    const top = own.at(-1);
    return top ? [{ row, count: top.height + 1 }] : [];
  });
}
