// The history scenario: an observer writes down when each operation was called and answered, and one history is judged
// by each promise: linearizable (Herlihy and Wing 1990), sequential (Lamport 1979), and the promise of a ZooKeeper
// session (Hunt et al. 2010: one order of writes, each client's reads never behind what it has seen or written).

import type { World, WorldAction } from '../../actors/actor-model.ts';
import { text } from '../../base/text.ts';
import type { Property } from '../../kernel/property.ts';
import type { History, Operation } from '../../semantics/history.ts';
import { isLinearizable, isSequential } from '../../semantics/ordered.ts';
import { monotonicReads, readYourWrites } from '../../semantics/session-promises.ts';
import type { ClientLocal } from './client.ts';
import { isIdle } from './client.ts';
import type { Body } from './protocol.ts';
import { FIRST_VALUE, KEY } from './protocol.ts';
import type { Local, Topology } from './topology.ts';

type W = World<Local, Body>;

interface Book {
  /** Calls and answers so far. */
  readonly at: number;
  readonly ops: readonly Operation[];
}
const EMPTY: Book = { at: 0, ops: [] };

/** The observer: reads both worlds of a step and writes down calls and answers. */
export function historyOf(topology: Topology) {
  return (record: unknown, before: W, action: WorldAction, after: W): Book => {
    let book = (record as Book | undefined) ?? EMPTY;
    for (const { id } of topology.clients) {
      const was = before.locals[id] as ClientLocal;
      const is = after.locals[id] as ClientLocal;
      if (isIdle(was) && (was.op !== is.op || !isIdle(is))) book = called(book, id, is);
      book = wrote(book, id, before, action, after);
      if (was.op !== is.op) book = answered(book, id, is);
    }
    return book;
  };
}

const called = (book: Book, client: string, local: ClientLocal): Book => ({
  at: book.at + 1,
  ops: [
    ...book.ops,
    { client, kind: isWriting(local) ? 'write' : 'read', key: KEY, value: null, start: book.at, end: null },
  ],
});

const isWriting = ({ phase, wrote, value }: ClientLocal): boolean =>
  phase === 'write' ||
  phase === 'delete' ||
  phase === 'set-marker' ||
  phase === 'update' ||
  phase === 'delete-again'
    ? true
    : phase === 'idle' && wrote !== undefined && value === undefined;

/** A write takes its version where the database takes the write, before its answer is in. */
function wrote(book: Book, client: string, before: W, action: WorldAction, after: W): Book {
  const message = before.net.find(({ id }) => id === action.of);
  if (message?.from !== client || message.body.kind !== 'write') return book;
  const local = after.locals[message.to];
  const value = local?.kind === 'database' ? local.value : null;
  return {
    ...book,
    ops: book.ops.map((op) => (op.client === client && op.end === null ? { ...op, value } : op)),
  };
}

function answered(book: Book, client: string, local: ClientLocal): Book {
  const ops = book.ops.flatMap((op) => {
    if (op.client !== client || op.end !== null) return [op];
    const value = op.kind === 'write' ? op.value : (local.value ?? null);
    // A reader that was told to stop got no value: its read says nothing.
    return op.kind === 'read' && value === null ? [] : [{ ...op, value, end: book.at }];
  });
  return { at: book.at + 1, ops };
}

export const historyIn = (world: W): History => ({
  ops: ((world.record as Book | undefined) ?? EMPTY).ops.filter(({ kind, end, value }) =>
    kind === 'read' ? end !== null : value !== null,
  ),
  initial: { [KEY]: FIRST_VALUE },
});

export function historyProperties(): readonly Property<W>[] {
  const promise = (name: string, keeps: (history: History) => boolean): Property<W> => ({
    name,
    kind: 'always',
    judge: (world) => keeps(historyIn(world)),
    witness: (world) => ({
      text: text(`witness.${name}`),
      actors: [...new Set(historyIn(world).ops.map(({ client }) => client))],
    }),
  });
  return [
    promise('linearizable', isLinearizable),
    promise('sequential', isSequential),
    promise(
      'zookeeper-session',
      (history) => monotonicReads(versioned(history)).ok && readYourWrites(versioned(history)).ok,
    ),
  ];
}

/** Versions are numbers that grow: the order of the writes is known. */
function versioned(history: History): History {
  const values = history.ops.filter(({ kind }) => kind === 'write').map(({ value }) => Number(value));
  return { ...history, versions: { [KEY]: [FIRST_VALUE, ...values.sort((a, b) => a - b)] } };
}
