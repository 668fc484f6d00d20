// The miner's seat: what waits is put in order, by drag, by keys or by buttons, and beside each row stands what every node
// will make of it in this order, before it is mined. Mining it is one of the run's own choices. Below it the chain so far.

import type { KeyboardEvent } from 'react';
import { useId, useLayoutEffect, useRef, useState } from 'react';
import type { Text } from '../../../base/text.ts';
import { text } from '../../../base/text.ts';
import type { ViewProps } from '../../../session/view-props.ts';
import { Say, usePlain } from '../../../widgets/say.tsx';
import { useDrag } from '../../../widgets/use-drag.ts';
import type { Told, View } from '../../../widgets/view.ts';
import type { Outcome } from '../race/forecast.ts';
import type { MinerScene, Seat, Waiting } from '../race/miner-scene.ts';
import { blockKey } from '../race/miner-scene.ts';
import { inShort } from '../race/transactions.ts';
import type { Move, SeatOrder, SeatRules } from './seat-order.ts';
import { blockIn, canMove, moved, orderFrom } from './seat-order.ts';
import { Tables } from './table.tsx';
import './miner.css';

export const miner: View<ViewProps<MinerScene>, MinerScene> & { readonly stand: 'moment' } = {
  kind: 'miner',
  stand: 'moment',
  Draw,
  outline: ({ seat, tables }): readonly Told[] => [
    ...(seat?.waiting ?? []).map(({ id, told }) => ({ key: `tx ${id}`, text: told })),
    ...tables.flatMap(({ rows }) => rows.map(({ key, told }) => ({ key, text: told }))),
  ],
};

function Draw(props: ViewProps<MinerScene>) {
  const { scene, size, cursor } = props;
  const { seat } = scene;
  const { waiting = [], height = 0 } = seat ?? {};
  // Another moment, or a question answered: what was put in order before is of no use here.
  const moment = `${cursor.try} ${cursor.step} ${height} ${props.choices.length} ${waiting.map(({ id }) => id).join(' ')}`;
  return (
    <div className="name-tables" data-phone={size.phone || undefined}>
      {seat ? <SeatTable key={moment} {...props} seat={seat} /> : null}
      <div aria-hidden="true">
        <Tables {...props} />
      </div>
    </div>
  );
}

function SeatTable({ seat, choices, choose, setHot, size }: ViewProps<MinerScene> & { readonly seat: Seat }) {
  const { height, places, order: taken, waiting, blocks } = seat;
  const fixed = taken !== 'any';
  const plain = usePlain();
  const title = useId();
  // While a question stands open, and for one who only looks, nothing can be mined: nor is anything foretold.
  const open = choices.some(({ kind }) => kind === 'mine');
  const rules: SeatRules = { places, fixed };
  const [order, setOrder] = useState(() => first(waiting, choices, places));
  const list = useRef<HTMLOListElement>(null);
  const held = useRef<string | null>(null);
  const [said, setSaid] = useState<Text | null>(null);
  // A row that moves in the page loses the focus.
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each other order
  useLayoutEffect(() => {
    if (held.current) list.current?.querySelector<HTMLElement>(held.current)?.focus({ preventScroll: true });
    held.current = null;
  }, [order]);

  const key = blockKey(blockIn(order));
  const gain = inShort(
    waiting.filter(({ id }) => blockIn(order).includes(id)).reduce((sum, { pays }) => sum + (pays ?? 0), 0),
  );
  const outcomes = open ? blocks[key] : undefined;
  const may = choices.some((one) => one.key === key);
  const go = (move: Move, from?: string): void => {
    const to = moved(order, move, rules);
    if (to === order) return;
    held.current = from ?? null;
    setOrder(to);
    const next = blockKey(blockIn(to));
    setHot(blocks[next] ? `action ${next}` : null);
    setSaid(saidOf(to, blocks[next], seat));
  };
  return (
    <section className="seat" aria-labelledby={title} data-phone={size.phone || undefined}>
      <div className="seat-head" data-part="seat head">
        <p id={title} className="name-table-title">
          <Say text={text(open ? 'seat.title' : 'seat.title.waits', { height })} />
        </p>
        <p>
          <Say text={text(`seat.note.${taken}`, { places, n: gain })} />
        </p>
      </div>
      <ol className="seat-rows" ref={list}>
        {order.list.map((id, at) => {
          const one = waiting.find((each) => each.id === id) as Waiting;
          const inside = at < order.taken;
          return (
            <SeatRow
              key={id}
              at={at}
              one={one}
              inside={open && inside}
              outcome={open && inside ? (outcomes?.[at] ?? null) : null}
              order={order}
              rules={rules}
              open={open}
              onMove={go}
            />
          );
        })}
        {open && order.taken < Math.min(places, order.list.length) ? (
          <li className="seat-free" data-part="seat free">
            <Say text={text('seat.free')} />
          </li>
        ) : null}
        {waiting.length === 0 ? (
          <li className="seat-none" data-part="seat none">
            <Say text={text('seat.none')} />
          </li>
        ) : null}
      </ol>
      {open ? (
        <div className="seat-foot">
          <button
            type="button"
            className="button"
            {...(may ? { 'data-choice': key } : { 'data-part': 'seat mine' })}
            aria-disabled={!may || undefined}
            onClick={() => may && choose(key)}
            onFocus={() => may && setHot(`action ${key}`)}
            onBlur={() => setHot(null)}
            onPointerEnter={() => may && setHot(`action ${key}`)}
            onPointerLeave={() => setHot(null)}
          >
            <Say text={text(order.taken === 0 ? 'seat.mine.empty' : 'seat.mine', { height })} />
          </button>
          <p data-part="seat why">
            {may ? (
              waiting.length === 0 ? null : (
                <Say text={text(size.phone ? 'seat.touch' : 'seat.keys')} />
              )
            ) : (
              <Say text={text(order.taken === 0 && !waits(waiting, 'RV') ? 'seat.enough' : 'seat.held')} />
            )}
          </p>
          <p role="status" className="seat-said" data-part="seat said">
            {said ? plain(said) : ''}
          </p>
        </div>
      ) : null}
    </section>
  );
}

const waits = (waiting: readonly Waiting[], id: string): boolean => waiting.some((one) => one.id === id);

/** The block that comes next by itself, where one does; else as many as there is room for. */
function first(waiting: readonly Waiting[], choices: ViewProps['choices'], places: number): SeatOrder {
  const ids = waiting.map(({ id }) => id);
  const next = choices.find(({ isDefault, kind }) => isDefault && kind === 'mine')?.key;
  const block = next?.slice(next.indexOf('.') + 1).split('-') ?? ids.slice(0, places);
  return orderFrom(
    ids,
    block.filter((id) => ids.some((one) => one === id)),
  );
}

const verdictText = (outcome: Outcome | undefined): Text =>
  outcome?.verdict ? text(`refused.${outcome.verdict}`) : text('seat.counts');

/** The order in a sentence, for whoever hears it. */
function saidOf(order: SeatOrder, outcomes: readonly Outcome[] | undefined, { waiting, height }: Seat): Text {
  const parts = blockIn(order).map((id, at) =>
    text('seat.said', {
      what: waiting.find((one) => one.id === id)?.what ?? '',
      place: text('seat.place', { place: at + 1 }),
      verdict: outcomes ? verdictText(outcomes[at]) : text('none'),
    }),
  );
  const [a, b] = parts;
  const list = a && b ? text('seat.list', { a, b }) : (a ?? text('inside.empty'));
  return text('seat.all', { height, list });
}

interface RowProps {
  readonly at: number;
  readonly one: Waiting;
  readonly inside: boolean;
  readonly outcome: Outcome | null;
  readonly order: SeatOrder;
  readonly rules: SeatRules;
  readonly open: boolean;
  onMove(move: Move, from?: string): void;
}

function SeatRow({ at, one, inside, outcome, order, rules, open, onMove }: RowProps) {
  const plain = usePlain();
  const { id, what } = one;
  const grip = `[data-grip="${id}"]`;
  const drag = useDrag('[data-seat], .seat-free', ({ dataset }) =>
    onMove(
      dataset.seat === undefined ? { kind: 'turn', id } : { kind: 'drop', id, onto: Number(dataset.seat) },
    ),
  );
  const keyed = (event: KeyboardEvent): void => {
    const kind = event.altKey
      ? ({ ArrowUp: 'up', ArrowDown: 'down' } as const)[event.key]
      : event.key.toLowerCase() === 'x' && !event.ctrlKey && !event.metaKey
        ? 'turn'
        : undefined;
    if (!kind) return;
    event.preventDefault();
    event.stopPropagation();
    onMove({ kind, id }, grip);
  };
  const place = inside ? text('seat.place', { place: at + 1 }) : text('seat.waits');
  const name = text('seat.said', {
    what,
    place,
    verdict: outcome ? verdictText(outcome) : text('seat.waits'),
  });
  const button = (kind: 'up' | 'down' | 'turn') => {
    const label = kind === 'turn' ? (at < order.taken ? 'seat.out' : 'seat.in') : `seat.${kind}`;
    const sign = { up: '↑', down: '↓', turn: at < order.taken ? '✕' : '+' }[kind];
    return (
      <button
        type="button"
        className="seat-button"
        tabIndex={-1}
        data-move={`${kind} ${id}`}
        aria-label={plain(text(label, { what }))}
        aria-disabled={!canMove(order, { kind, id }, rules) || undefined}
        onClick={() => onMove({ kind, id }, `[data-move="${kind} ${id}"]`)}
      >
        <span aria-hidden="true">{sign}</span>
      </button>
    );
  };
  return (
    <li
      className="seat-row"
      data-told={`tx ${id}`}
      data-seat={open ? at : undefined}
      data-carried
      data-inside={inside || undefined}
      onKeyDown={open ? keyed : undefined}
    >
      {open ? (
        <button
          type="button"
          className="seat-grip"
          data-grip={id}
          aria-label={plain(name)}
          aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown X"
          {...drag}
        >
          <span aria-hidden="true">⠿</span>
        </button>
      ) : (
        <span />
      )}
      <b className="seat-place">{inside ? at + 1 : '–'}</b>
      <span className="seat-what">
        <b>
          <Say text={what} />
        </b>{' '}
        <small>
          <Say text={text('seat.burns', { n: one.burnt })} />
          {one.pays === null ? null : (
            <>
              {' '}
              <Say text={text('seat.pays', { n: inShort(one.pays) })} />
            </>
          )}
        </small>
      </span>
      <code className="seat-payload">
        {one.payload.slice(0, 6)} <b>{one.payload.slice(6, 14)}</b>…
      </code>
      <span className="seat-outcome">
        {outcome ? <Verdict outcome={outcome} /> : <Say text={text('seat.waits')} />}
      </span>
      {open ? (
        <span className="seat-buttons">
          {button('up')}
          {button('down')}
          {button('turn')}
        </span>
      ) : null}
    </li>
  );
}

/** Not mined yet, so outlined: what it will be, by which rule, and what was held against what. */
function Verdict({ outcome: { verdict, values } }: { readonly outcome: Outcome }) {
  return (
    <>
      <b className="seat-verdict" data-tone={verdict === null ? 'good' : 'bad'}>
        {verdict === null ? '✓ ' : '✕ '}
        <Say text={text(verdict === null ? 'seat.counts' : 'seat.ignored')} />
      </b>
      {verdict === null ? null : (
        <b className="seat-why">
          <Say text={text(`refused.${verdict}`)} />
        </b>
      )}
      {values ? (
        <small>
          <Say text={text('seat.values', values)} />
        </small>
      ) : null}
    </>
  );
}
