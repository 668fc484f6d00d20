// The block tree by height: a column a height, a row a branch, on each card who found the block, what is paid in it, and
// whose tip it is. What most nodes believe is in thick ink.

import { useState } from 'react';
import { grouped } from '../../../base/numbers.ts';
import type { Text, TextArg } from '../../../base/text.ts';
import { text } from '../../../base/text.ts';
import type { ViewProps } from '../../../session/view-props.ts';
import type { Axis } from '../../../widgets/axis.ts';
import { axisOf } from '../../../widgets/axis.ts';
import { toldEntry } from '../../../widgets/branch-tree/branch-entry.ts';
import { partOfView } from '../../../widgets/part.ts';
import { Say, usePlain } from '../../../widgets/say.tsx';
import type { Told, View } from '../../../widgets/view.ts';
import type { BlocksScene, DrawnBlock } from '../network/scene.ts';
import type { BlockPage } from './block-page.ts';
import { backTo, blockPage, PHONE_COLUMNS } from './block-page.ts';
import { runsOf } from './block-runs.ts';
import { toldNode } from './node-table.tsx';
import { WideBlocks } from './wide-blocks.tsx';
import './blocks.css';

/** A wide page does not ask for the first, nor a short run for the second. */
const PhoneBlocks = partOfView(() => import('./phone-blocks.tsx').then((m) => m.PhoneBlocks));
const Runs = partOfView(() => import('./runs.tsx').then((m) => m.Runs));

/** Branches that have a place where it is wide. */
const MOST_ROWS = 6;
/** Heights on a phone's page: few, so that the first block is in sight from the start, and more once there are more. */
const PHONE_HEIGHTS = [4, 6] as const;
const phoneHeights = ({ height }: BlocksScene): number => {
  const [few, more] = PHONE_HEIGHTS;
  return height + 1 < few ? few : more;
};
/** Heights below the highest that are told one by one; what is before them in one line. */
const TOLD_HEIGHTS = 40;

export const blocks: View<ViewProps<BlocksScene>, BlocksScene> & { readonly stand: 'moment' } = {
  kind: 'blocks',
  stand: 'moment',
  Draw,
  outline: (scene) => {
    const from = foldedTo(scene);
    const lines = scene.blocks
      .filter(({ height }) => height >= from)
      .map((block): Told => ({ key: toldEntry(block.id), text: tells(block) }));
    return [
      ...(from === 0 ? [] : [{ key: 'folded', text: foldedText(scene) }]),
      ...lines,
      ...(scene.odds ? [{ key: 'odds', text: scene.odds }] : []),
      ...scene.nodes.map(toldNode),
    ];
  },
};

/** The first height that is told of by itself. */
const foldedTo = ({ height }: BlocksScene): number => Math.max(0, height - TOLD_HEIGHTS);

const foldedText = (scene: BlocksScene): Text =>
  text('blocks.folded', {
    height: foldedTo(scene) - 1,
    blocks: scene.blocks.filter(({ height }) => height < foldedTo(scene)).length,
  });

/** As many are named. */
const MOST_NAMED = 8;
const tipText = (nodes: readonly string[]): Text =>
  nodes.length > MOST_NAMED
    ? text('blocks.tipOf.many', { count: nodes.length })
    : text('blocks.tipOf', { nodes: nodes.join(', ') });

function tells({ id, parent, height, finder, payments, hash, work, tipOf }: DrawnBlock): Text {
  const args = {
    block: id,
    parent: parent ?? '',
    height,
    finder,
    hash,
    work: grouped(work),
    paid: payments.length > 0 ? text('blocks.paid', { payments: payments.join(', ') }) : '',
    tip: tipOf.length > 0 ? tipText(tipOf) : '',
  };
  return text(parent === null ? 'blocks.tells.first' : 'blocks.tells', args);
}

/** Room for the table of nodes beside the tree, and the least that the page must have for it. */
const TABLE = 320;
const LEAST_WIDTH = 760;
const COLUMN = 81;

/** The tree's own columns, beside the table. */
function axisBeside(width: number): Axis {
  const gutter = 76;
  const lead = 44;
  const columns = Math.max(4, Math.floor((width - gutter - lead) / COLUMN));
  return {
    ...axisOf(width, true),
    gutter,
    lead,
    columns,
    column: Math.floor((width - gutter - lead) / columns),
  };
}

function Draw(props: ViewProps<BlocksScene>) {
  const { scene, size } = props;
  const plain = usePlain();
  const t = (key: string, args?: Readonly<Record<string, TextArg>>): string => plain(text(key, args));
  const [picked, setPicked] = useState<string | null>(null);
  const selected = scene.blocks.some(({ id }) => id === picked) ? picked : null;
  const [pagesBack, setBack] = useState(0);
  const table = !size.phone && scene.nodes.length > 0 && size.width >= LEAST_WIDTH;
  const axis = table ? axisBeside(size.width - TABLE) : axisOf(size.width, true);
  const columns = size.phone ? phoneHeights(scene) : axis.columns;
  const back = Math.min(pagesBack, Math.ceil(scene.height / columns));
  const page = blockPage(scene, columns, back, size.phone ? PHONE_COLUMNS : MOST_ROWS);
  const label = ({ id, height }: DrawnBlock): string => t('blocks.short', { block: id, height });
  const select = (id: string): void => setPicked(id === selected ? null : id);
  const shown = scene.blocks.find(({ id }) => id === (selected ?? scene.believed));
  return (
    <div className="block-tree" data-page={`${page.first} of ${columns}`}>
      <div className="block-tree-title">
        {scene.odds ? (
          <p data-told="odds">
            <Say text={scene.odds} />
          </p>
        ) : (
          <p data-part="title">
            <Say
              text={text(scene.seenBy === null ? 'blocks.title' : 'blocks.title.one', {
                who: scene.seenBy ?? '',
              })}
            />
          </p>
        )}
        {page.more > 0 ? <p data-part="more">{t('blocks.moreBranches', { count: page.more })}</p> : null}
        {page.earlier || page.later ? (
          <Pages page={page} back={back} folds={foldedTo(scene) > 0} onTurn={setBack} />
        ) : null}
      </div>
      {page.earlier || page.later ? (
        <Runs
          runs={runsOf(scene.blocks)}
          page={page}
          most={size.phone ? 4 : 11}
          onTurn={(height) => setBack(backTo(scene, columns, height))}
        />
      ) : null}
      {size.phone ? (
        <PhoneBlocks
          {...props}
          page={page}
          selected={selected}
          label={label}
          told={shown ? tells(shown) : null}
          onSelect={select}
        />
      ) : (
        <WideBlocks
          {...props}
          page={page}
          axis={axis}
          table={table}
          selected={selected}
          label={label}
          onSelect={select}
        />
      )}
      {size.phone ? null : (
        <p className="block-told" data-part="told">
          {shown ? <Say text={tells(shown)} /> : null}
        </p>
      )}
    </div>
  );
}

interface PagesProps {
  readonly page: BlockPage;
  readonly back: number;
  /** What is before the page is told in one line. */
  readonly folds: boolean;
  onTurn(back: number): void;
}

/** Where the tree is more than a page: to the pages before this one, and back to the newest. */
function Pages({ page, back, folds, onTurn }: PagesProps) {
  const plain = usePlain();
  const turn = (key: string, sign: string, to: number, can: boolean) => (
    <button
      type="button"
      className="button"
      aria-label={plain(text(key))}
      title={plain(text(key))}
      disabled={!can}
      onClick={() => onTurn(to)}
    >
      {sign}
    </button>
  );
  return (
    <span className="block-pages" data-part="pages" data-told={folds ? 'folded' : undefined}>
      {turn('blocks.page.earlier', '←', back + 1, page.earlier)}
      <Say text={text('blocks.page', { from: page.heights[0] ?? 0, to: page.heights.at(-1) ?? 0 })} />
      {turn('blocks.page.later', '→', back - 1, page.later)}
      {turn('blocks.page.newest', '⇥', 0, page.later)}
    </span>
  );
}
