// The tree on a phone: newest on top, a row an entry, branches as tracks beside the rows.

import type { ReactNode } from 'react';
import type { TreeEntry, Way } from './branch-entry.ts';
import { ancestry, toldEntry } from './branch-entry.ts';
import type { BranchTreeProps } from './branch-tree.tsx';
import { walkTree } from './branch-tree.tsx';
import { firstTrack, TRACK_ROW, trackLayout } from './track-layout.ts';
import './branch-tree.css';

type Props<E extends TreeEntry> = Omit<
  BranchTreeProps<E>,
  'card' | 'rowName' | 'axis' | 'lit' | 'rows' | 'least' | 'tight' | 'onDrop'
> & {
  /** What stands in a row; `null` is the one ahead. */
  readonly line: (entry: E | null) => ReactNode;
  readonly glide: boolean;
};

const WAYS: Readonly<Record<string, Way>> = {
  ArrowDown: 'parent',
  ArrowUp: 'child',
  ArrowLeft: 'branch before',
  ArrowRight: 'branch after',
  Home: 'last',
  End: 'first',
};

export function BranchTracks<E extends TreeEntry>(props: Props<E>) {
  const { entries, ahead, now, selected, hot, words } = props;
  const layout = trackLayout(ahead ? [...entries, ahead] : entries, firstTrack(props.first));
  const covered = ancestry(entries, selected ?? entries.at(-1)?.id ?? null);
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const drawn = layout.points.flatMap(({ id }) => byId.get(id) ?? []);
  const entrance = drawn.find(({ id }) => id === selected)?.id ?? drawn.at(-1)?.id;
  const last = layout.slots[0] ?? 0;
  const top = (slot: number): number => (last - slot) * TRACK_ROW;
  const place = (slot: number) => ({ left: layout.width, top: top(slot), height: TRACK_ROW });
  return (
    <>
      <div
        className="branch-tracks"
        data-glide={props.glide}
        data-page={layout.slots.at(-1)}
        style={{ height: layout.height }}
      >
        {now >= last - layout.slots.length + 1 ? (
          <div
            className="band"
            aria-hidden="true"
            style={{ height: TRACK_ROW, transform: `translateY(${top(now)}px)` }}
          />
        ) : null}
        <svg width={layout.width} height={layout.height} aria-hidden="true">
          {layout.edges.map((edge) => (
            <g
              key={edge.id}
              className="branch-edge"
              {...(edge.id === ahead?.id
                ? { 'data-choice': ahead.key, 'data-when': 'next' }
                : { 'data-told': toldEntry(edge.id) })}
              data-covered={covered.has(edge.id) || undefined}
            >
              <path d={edge.path} />
            </g>
          ))}
          {layout.points.map(({ id, x, y }) => (
            <circle
              key={id}
              className="track-dot"
              {...(id === ahead?.id ? { 'data-choice': ahead.key } : { 'data-told': toldEntry(id) })}
              data-when={id === ahead?.id ? 'next' : byId.get(id)?.slot === now ? 'now' : undefined}
              cx={x}
              cy={y}
              r={6.5}
            />
          ))}
        </svg>
        {props.strays
          .filter(({ slot }) => layout.slots.includes(slot))
          .map(({ id, slot, told }) => (
            <div key={id} className="track-step" data-told={told} style={place(slot)}>
              {props.stray(id)}
            </div>
          ))}
        <ol aria-label={words.list} onKeyDown={(event) => walkTree(event, drawn, WAYS)}>
          {[...drawn].reverse().map((entry) => (
            <li
              key={entry.id}
              className="track-row"
              data-told={toldEntry(entry.id)}
              style={place(entry.slot)}
            >
              <button
                type="button"
                data-entry={entry.id}
                data-when={entry.slot === now ? 'now' : undefined}
                data-hot={hot === entry.id || undefined}
                aria-pressed={selected === entry.id}
                aria-label={props.label(entry)}
                tabIndex={entry.id === entrance ? 0 : -1}
                onFocus={() => props.onHot(entry.id)}
                onBlur={() => props.onHot(null)}
                onClick={() => props.onSelect(entry.id)}
              >
                {props.line(entry)}
              </button>
            </li>
          ))}
        </ol>
        {ahead && ahead.slot <= last ? (
          <button
            type="button"
            className="track-row"
            data-choice={ahead.key}
            data-when="next"
            tabIndex={-1}
            aria-label={ahead.label}
            style={{ ...place(ahead.slot), width: 'auto' }}
            onClick={() => props.onChoose(ahead.key)}
          >
            {props.line(null)}
          </button>
        ) : null}
      </div>
      <div className="branch-earlier" data-part="earlier">
        {layout.earlier > 0 ? words.earlier(layout.earlier) : null}
      </div>
    </>
  );
}
