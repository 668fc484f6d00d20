// A tree that only grows, on the axis of steps: cards, each with an arrow to the one it stands on, a row a branch. What
// the selected card stands on is in thick ink. Dashed and blue ahead of now: where a choice would put the next one; that
// card may be dragged onto an entry, to choose what leads there. Arrow keys walk it once a card has the focus.

import type { KeyboardEvent, ReactNode } from 'react';
import type { Axis } from '../axis.ts';
import { useDrag } from '../use-drag.ts';
import type { TreeEntry, Way } from './branch-entry.ts';
import { ancestry, toldEntry, walked } from './branch-entry.ts';
import type { TreeRoom } from './branch-layout.ts';
import { branchLayout, FOLD_HALF } from './branch-layout.ts';
import './branch-tree.css';

/** Where a choice would put an entry. */
export interface TreeAhead extends TreeEntry {
  /** The choice's key. */
  readonly key: string;
  readonly label: string;
  /** An entry that it may not stand on as well: the way there is crossed out. */
  readonly barred: string | null;
}

/** Something that has a place in the tree and stands on nothing: what was refused. */
export interface TreeStray {
  readonly id: string;
  readonly row: number;
  readonly slot: number;
  /** The line of the outline that tells of it. */
  readonly told?: string;
}

export interface BranchTreeWords {
  readonly list: string;
  readonly fork: string;
  readonly earlier: (count: number) => string;
  readonly moreBranches: (count: number) => string;
}

export interface BranchTreeProps<E extends TreeEntry> {
  /** In the order in which they came, parents first. */
  readonly entries: readonly E[];
  readonly ahead: TreeAhead | null;
  readonly strays: readonly TreeStray[];
  readonly stray: (id: string) => ReactNode;
  /** What stands on a card; `null` is the one ahead. */
  readonly card: (entry: E | null) => ReactNode;
  /** In words, for those who listen. */
  readonly label: (entry: E) => string;
  readonly rowName: (row: number) => ReactNode;
  readonly now: number;
  /** What the lamp shines on, where that is not all of the slot that is now. */
  readonly lit?: (id: string) => boolean;
  readonly first: number;
  readonly axis: Axis;
  /** Branches that have room from the start. */
  readonly least: number;
  /** Branches that have their places whatever is on them, where that is known. */
  readonly rows?: readonly number[];
  readonly tight: boolean;
  readonly selected: string | null;
  readonly hot: string | null;
  readonly hotChoice: string | null;
  readonly words: BranchTreeWords;
  onHot(id: string | null): void;
  onHotChoice(key: string | null): void;
  onSelect(id: string): void;
  onChoose(key: string): void;
  /** The card ahead was dropped on an entry. */
  onDrop(id: string): void;
}

/** Branches that are drawn at most. */
const MOST_ROWS = 6;

const roomOf = ({
  axis,
  first,
  least,
  rows,
  tight,
}: Pick<BranchTreeProps<TreeEntry>, 'axis' | 'first' | 'least' | 'rows' | 'tight'>): TreeRoom => ({
  ...axis,
  first,
  cardWidth: Math.min(88, axis.column - (axis.column >= 80 ? 12 : 7)),
  cardHeight: tight ? 58 : 64,
  pitch: tight ? 70 : 84,
  least,
  most: MOST_ROWS,
  ...(rows ? { rows } : {}),
});

const WAYS: Readonly<Record<string, Way>> = {
  ArrowLeft: 'parent',
  ArrowRight: 'child',
  ArrowUp: 'branch before',
  ArrowDown: 'branch after',
  Home: 'first',
  End: 'last',
};

/** Moves the focus to the card that a key leads to; its other keys are left alone. */
export function walkTree(
  event: KeyboardEvent<HTMLElement>,
  entries: readonly TreeEntry[],
  ways: Readonly<Record<string, Way>>,
): void {
  const way = ways[event.key];
  const id = (event.target as HTMLElement).dataset.entry;
  if (way === undefined || id === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  const to = walked(entries, id, way);
  event.currentTarget.querySelector<HTMLElement>(`[data-entry="${CSS.escape(to)}"]`)?.focus();
}

export function BranchTree<E extends TreeEntry>(props: BranchTreeProps<E>) {
  const { entries, ahead, now, selected, hot, words, lit } = props;
  const room = roomOf(props);
  const { gutter } = props.axis;
  const { strays } = props;
  const all = [...entries, ...strays.map((one) => ({ ...one, parent: null }))];
  const layout = branchLayout(all, now, room, ahead);
  const covered = ancestry(entries, selected ?? entries.at(-1)?.id ?? null);
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const drawn = layout.cards.flatMap(({ id }) => byId.get(id) ?? []);
  // One card is reached by Tab; from there arrow keys walk.
  const entrance = drawn.find(({ id }) => id === selected)?.id ?? drawn.at(-1)?.id;
  const next = layout.cards.find(({ id }) => id === ahead?.id);
  const wide = room.lead + room.column * room.columns;
  return (
    <div className="branch-tree" style={{ height: layout.height }}>
      <div className="branch-names" style={{ width: gutter }}>
        {layout.rows.map(({ row, y }) => (
          <div
            key={row}
            className="branch-name"
            data-part={`branch-${row}`}
            style={{ top: y - room.cardHeight / 2, height: room.cardHeight }}
          >
            {props.rowName(row)}
          </div>
        ))}
        {layout.more ? (
          <div className="branch-more" data-part="branches" style={{ top: layout.more.y }}>
            {words.moreBranches(layout.more.count)}
          </div>
        ) : null}
      </div>
      <div className="branch-drawing" style={{ width: wide }}>
        <svg width={wide} height={layout.height} aria-hidden="true">
          {layout.edges.map((edge) => {
            const isNext = edge.id === ahead?.id;
            return (
              <g
                key={edge.id}
                className="branch-edge"
                {...(isNext ? { 'data-choice': ahead?.key } : { 'data-told': toldEntry(edge.id) })}
                data-when={isNext ? 'next' : undefined}
                data-covered={covered.has(edge.id) || undefined}
              >
                <path d={edge.path} />
                <polygon points={edge.head} />
                {edge.fork && edge.fork.x > 24 ? (
                  <text x={edge.fork.x} y={edge.fork.y + 4} textAnchor="end">
                    {words.fork}
                  </text>
                ) : null}
              </g>
            );
          })}
          {ahead && next ? <Barred ahead={ahead} at={next} layout={layout} room={room} /> : null}
        </svg>
        {layout.folds.map(({ row, count, x, y }) => (
          <span
            key={row}
            className="branch-fold"
            data-part={`fold-${row}`}
            style={{ left: x - FOLD_HALF, top: y - 12, width: FOLD_HALF * 2 }}
            title={words.earlier(count)}
          >
            +{count}
          </span>
        ))}
        <ol aria-label={words.list} onKeyDown={(event) => walkTree(event, drawn, WAYS)}>
          {layout.cards.map(({ id, x, y }) => {
            const entry = byId.get(id);
            const style = {
              left: x - room.cardWidth / 2,
              top: y - room.cardHeight / 2,
              width: room.cardWidth,
              height: room.cardHeight,
            };
            if (!entry) {
              const stray = strays.find((one) => one.id === id);
              return stray ? (
                <li key={id} className="branch-stray" data-told={stray.told} style={style}>
                  {props.stray(id)}
                </li>
              ) : null;
            }
            return (
              <li key={id} data-told={toldEntry(id)} style={style}>
                <button
                  type="button"
                  className="branch-card"
                  data-entry={id}
                  data-when={(lit ? lit(id) : entry.slot === now) ? 'now' : undefined}
                  data-hot={hot === id || undefined}
                  aria-pressed={selected === id}
                  aria-label={props.label(entry)}
                  tabIndex={id === entrance ? 0 : -1}
                  onPointerEnter={() => props.onHot(id)}
                  onPointerLeave={() => props.onHot(null)}
                  onFocus={() => props.onHot(id)}
                  onBlur={() => props.onHot(null)}
                  onClick={() => props.onSelect(id)}
                >
                  {props.card(entry)}
                </button>
              </li>
            );
          })}
        </ol>
        {ahead && next ? (
          <AheadCard
            ahead={ahead}
            hot={props.hotChoice === ahead.key}
            style={{
              left: next.x - room.cardWidth / 2,
              top: next.y - room.cardHeight / 2,
              width: room.cardWidth,
              height: room.cardHeight,
            }}
            card={props.card}
            onHotChoice={props.onHotChoice}
            onChoose={props.onChoose}
            onDrop={props.onDrop}
          />
        ) : null}
      </div>
    </div>
  );
}

interface AheadProps extends Pick<BranchTreeProps<never>, 'onHotChoice' | 'onChoose' | 'onDrop'> {
  readonly ahead: TreeAhead;
  readonly hot: boolean;
  readonly style: Readonly<Record<'left' | 'top' | 'width' | 'height', number>>;
  readonly card: (entry: null) => ReactNode;
}

/** Pressed, it is chosen; dragged onto an entry, what leads there is. */
function AheadCard({ ahead, hot, style, card, onHotChoice, onChoose, onDrop }: AheadProps) {
  const drag = useDrag('[data-entry]', (target) => {
    if (target.dataset.entry !== undefined) onDrop(target.dataset.entry);
  });
  return (
    <button
      type="button"
      className="branch-card"
      data-choice={ahead.key}
      data-when="next"
      data-hot={hot || undefined}
      tabIndex={-1}
      aria-label={ahead.label}
      title={ahead.label}
      style={style}
      onPointerEnter={() => onHotChoice(ahead.key)}
      onPointerLeave={() => onHotChoice(null)}
      {...drag}
      onClick={() => onChoose(ahead.key)}
    >
      {card(null)}
    </button>
  );
}

interface BarredProps {
  readonly ahead: TreeAhead;
  readonly at: { readonly x: number; readonly y: number };
  readonly layout: ReturnType<typeof branchLayout>;
  readonly room: TreeRoom;
}

/** A way that is crossed out, from the card ahead to an entry of another branch. */
function Barred({ ahead, at, layout, room }: BarredProps) {
  const to = layout.cards.find(({ id }) => id === ahead.barred);
  if (!to || to.y === at.y) return null;
  const down = to.y > at.y ? 1 : -1;
  const from = at.y + (down * room.cardHeight) / 2;
  const turn = to.y - down * 9;
  const right = to.x + room.cardWidth / 2 + 2;
  const middle = (from + turn) / 2;
  return (
    <g className="branch-barred" data-choice={ahead.key}>
      <path d={`M${at.x},${from}V${turn}Q${at.x},${to.y} ${at.x - 9},${to.y}H${right}`} />
      <circle cx={at.x} cy={middle} r={9} />
      <path className="cross" d={`M${at.x - 3.5},${middle - 3.5}l7,7m0,-7l-7,7`} />
    </g>
  );
}
