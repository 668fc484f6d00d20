// The grid with what stands for more than is drawn: strips of like rows, which open at a press, and bins of partitions.

import type { CSSProperties, KeyboardEvent } from 'react';
import { useEffect, useRef, useState } from 'react';
import { text } from '../../../base/text.ts';
import type { ViewProps } from '../../../session/view-props.ts';
import { pagePart } from '../../../widgets/part.ts';
import { Say } from '../../../widgets/say.tsx';
import type { LineageScene } from '../lineage/scene.ts';
import type { Over } from './cells.tsx';
import { binOf, countIn, foldsOf, mostStrips } from './folds.ts';
import type { Now } from './graph.tsx';
import { Graph } from './graph.tsx';
import type { Room } from './room.ts';
import { roomOf } from './room.ts';
import { asked } from './told.ts';
import { keyOf, placeOf } from './walk.ts';

/** What of it the reader has opened: rows by number, and all partitions. */
export interface Opened {
  readonly rows: ReadonlySet<number>;
  readonly columns: boolean;
  /** Rows with every RDD of their pipeline. */
  readonly unfolded: ReadonlySet<number>;
}

const NOTHING: Opened = { rows: new Set(), columns: false, unfolded: new Set() };

/** The scene with the lines that are shown, and how it is opened and closed. */
export function useOpened(scene: LineageScene) {
  const [opened, open] = useState(NOTHING);
  const rows = scene.rows.map((row, r) => (opened.unfolded.has(r) ? row : { ...row, lines: asked(row) }));
  const unfolds = new Set(scene.rows.flatMap((row, r) => (row.lines.some(({ inner }) => inner) ? [r] : [])));
  return { scene: { ...scene, rows }, unfolds, opened, open };
}

/** The room of a scene, folded, and how it is opened and closed. `near`: the row that stays open. */
export function gridOf(
  { scene, opened, ...of }: ReturnType<typeof useOpened>,
  near: number | null,
  width: number,
  sizes: {
    readonly stage: number;
    readonly name: number;
    readonly attempts: number;
    readonly low?: boolean;
    readonly tight?: boolean;
    /** So many of rows that repeat stay open. */
    readonly page: number;
  },
) {
  const folds = foldsOf(scene.rows, near, opened.rows, sizes.page);
  const bin = binOf(scene.columns, opened.columns);
  // A page that turns takes the same room.
  const spare = opened.rows.size > 0 ? 0 : mostStrips(scene.rows, sizes.page) - folds.length;
  return { ...of, scene, opened, room: roomOf(scene, width, { ...sizes, folds, spare, bin }) };
}

interface Props extends Pick<ViewProps<LineageScene>, 'choices' | 'choose' | 'picked' | 'pick'> {
  readonly scene: LineageScene;
  readonly room: Room;
  readonly now: Now | null;
  readonly phone: boolean;
  readonly unfolds: ReadonlySet<number>;
  readonly opened: Opened;
  open(opened: Opened): void;
  /** What a pointer or the focus rests on. */
  readonly over: Over | null;
  onOver(over: Over | null): void;
}

export function Grid({ scene, room, now, phone, unfolds, opened, open, over, onOver, ...props }: Props) {
  const { picked = null, pick } = props;
  const isMany = binOf(scene.columns, false) > 1;
  const field = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState<string | null>(null);
  const isThere = (key: string | null): boolean => {
    const place = placeOf(scene, key);
    return place !== null && room.rows[place.row]?.folded === false;
  };
  const entrance = [at, picked].find((key) => key !== null && isThere(key)) ?? firstOf(scene, room, now);
  const focusOn = (key: string | null): void =>
    field.current?.querySelector<SVGElement>(`[data-cell="${key}"]`)?.focus();
  const leave = useEntered(() => focusOn(entrance), field);
  const unfold = (r: number): void => {
    if (!unfolds.has(r)) return;
    const unfolded = new Set(opened.unfolded);
    if (!unfolded.delete(r)) unfolded.add(r);
    open({ ...opened, unfolded });
  };
  const onPick = (key: string): void => pick?.(key === picked ? null : key);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof SVGElement)) return;
    const place = placeOf(scene, event.target.dataset.cell ?? null);
    if (!place || !KEYS.test(event.key)) return;
    event.preventDefault();
    pagePart(() => import('./keys.ts')).then(
      ({ act }) => act(event.key, place, { ...props, scene, room, keyOf, focusOn, onPick, unfold, leave }),
      () => undefined,
    );
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the cells in it
    <div
      ref={field}
      className="lineage-grid"
      data-page={room.folds.map(({ from }) => from).join()}
      onKeyDown={onKeyDown}
    >
      <Graph
        {...{ scene, room, now, phone, over, unfolds }}
        unfolded={opened.unfolded}
        picking={{ entrance, picked, onOver, onAt: setAt, onPick }}
        onUnfold={unfold}
      />
      {room.folds.map(({ from, to, top, height }) => {
        const counts = countIn(scene.rows, { from, to });
        const rows = Array.from({ length: to - from + 1 }, (_, i) => from + i);
        return (
          <button
            key={from}
            type="button"
            className="lineage-fold"
            data-part="fold lamp"
            aria-expanded={false}
            data-lost={counts.lost > 0 || undefined}
            style={{ '--top': `${top}px`, '--height': `${height}px` } as CSSProperties}
            onClick={() => open({ ...opened, rows: new Set([...opened.rows, ...rows]) })}
          >
            <Say text={text(counts.lost > 0 ? 'lineage.foldLost' : 'lineage.fold', counts)} />
          </button>
        );
      })}
      {isMany || opened.rows.size > 0 ? (
        <p className="lineage-tools" data-part="tools">
          {isMany ? (
            <button
              type="button"
              className="button bare"
              aria-pressed={opened.columns}
              onClick={() => open({ ...opened, columns: !opened.columns })}
            >
              <Say text={text(opened.columns ? 'lineage.bins' : 'lineage.columns', { n: scene.columns })} />
            </button>
          ) : null}
          {opened.rows.size > 0 ? (
            <button
              type="button"
              className="button bare"
              onClick={() => open({ ...opened, rows: new Set() })}
            >
              <Say text={text('lineage.refold')} />
            </button>
          ) : null}
        </p>
      ) : null}
    </div>
  );
}

/** Where Tab and L come to: the partition of this step, else the first that is drawn. */
function firstOf(scene: LineageScene, { rows, bin }: Room, now: Now | null): string | null {
  if (now && rows[now.row]?.folded === false) {
    const line = (scene.rows[now.row]?.lines.length ?? 1) - 1;
    return keyOf(scene, { row: now.row, line, partition: now.partition - (now.partition % bin) });
  }
  return keyOf(scene, { row: rows.findIndex(({ folded }) => !folded), line: 0, partition: 0 });
}

/** L comes here from anywhere, where nothing is typed; `leave` goes back to where the focus was. */
function useEntered(enter: () => void, field: { readonly current: HTMLElement | null }): () => void {
  const from = useRef<Element | null>(null);
  const now = useRef(enter);
  now.current = enter;
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (event.key !== 'l' && event.key !== 'L') return;
      const target = event.target instanceof Element ? event.target : null;
      if (target?.closest(TYPED) || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      if (!field.current?.contains(document.activeElement)) from.current = document.activeElement;
      now.current();
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, [field]);
  return () => {
    const to = from.current;
    (document.activeElement as SVGElement | null)?.blur();
    if (to instanceof HTMLElement && to.isConnected) to.focus();
  };
}
const KEYS = /^(Arrow.*|Enter|Escape| |[puxPUX])$/;
const TYPED = 'input, textarea, select, dialog, [contenteditable]';
