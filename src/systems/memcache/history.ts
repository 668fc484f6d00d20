// The history scenario: an observer writes down when each operation was called and answered, and one history is judged
// by each promise: linearizable (Herlihy and Wing 1990), sequential (Lamport 1979), and the promise of a ZooKeeper
// session (Hunt et al. 2010: one order of writes, each client's reads never behind what it has seen or written).

import type { Envelope } from '../../actors/envelope.ts';
import type { Changed, Observer } from '../../actors/options.ts';
import type { World } from '../../actors/world.ts';
import { text } from '../../base/text.ts';
import type { Property } from '../../kernel/property.ts';
import type { History, Operation, Value } from '../../semantics/history.ts';
import { MAX_OPERATIONS } from '../../semantics/legal-order.ts';
import type { Ways } from '../../semantics/online.ts';
import {
  forget,
  INITIAL,
  readAnswered,
  readCalled,
  START,
  withoutWrite,
  writeAnswered,
} from '../../semantics/online.ts';
import { isSequential } from '../../semantics/ordered.ts';
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
  /** How the operations can have taken effect: none where they are not linearizable. They are named by their calls. */
  readonly ways: Ways;
  /** A client read what was older than what it had seen or written. */
  readonly back?: true;
  /** An operation more than can be judged was called: the book ends before it. */
  readonly full?: true;
}

/** What the observer hears of one client. */
type Heard = { readonly client: string } & (
  | { readonly what: 'called'; readonly kind: 'read' | 'write' }
  | { readonly what: 'wrote'; readonly value: number | null }
  | { readonly what: 'answered'; readonly value: number | null }
);

/** The observer: sees who changed in a step and writes down calls and answers, client by client. */
export function historian({ clients }: Topology): Observer<Local, Body> {
  return {
    start: { at: 0, ops: [], ways: START } satisfies Book,
    event(action, changed, envelope, { locals }) {
      const heard: Heard[] = [];
      const write = action.kind === 'deliver' && envelope?.body.kind === 'write' ? envelope : undefined;
      for (const { id: client } of clients) {
        const step = changed[client] as Changed<ClientLocal> | undefined;
        if (step && isCall(step)) heard.push({ client, what: 'called', kind: kindOf(step.after) });
        if (write && isOf(write, client, locals[client] as ClientLocal)) {
          const database = changed[write.to]?.after;
          heard.push({ client, what: 'wrote', value: database?.kind === 'database' ? database.value : null });
        }
        if (step && step.before.op !== step.after.op) {
          heard.push({ client, what: 'answered', value: step.after.value ?? null });
        }
      }
      return heard.length > 0 ? heard : undefined;
    },
    record: (book, heard) => (heard as readonly Heard[]).reduce(noted, book as Book),
  };
}

const isCall = ({ before, after }: Changed<ClientLocal>): boolean =>
  isIdle(before) && (before.op !== after.op || !isIdle(after));

const kindOf = (local: ClientLocal): 'read' | 'write' => (isWriting(local) ? 'write' : 'read');

/** The message belongs to what the client is doing now: a copy of an older write makes a version nobody asked for. */
const isOf = ({ id }: Envelope<Body>, client: string, { op }: ClientLocal): boolean =>
  id.startsWith(`${client}.${op}.`);

const isWriting = ({ phase, wrote, value }: ClientLocal): boolean =>
  phase === 'write' ||
  phase === 'delete' ||
  phase === 'set-marker' ||
  phase === 'update' ||
  phase === 'delete-again'
    ? true
    : phase === 'idle' && wrote !== undefined && value === undefined;

function noted(book: Book, heard: Heard): Book {
  if (book.full) return book;
  const { client } = heard;
  const open = (op: Operation): boolean => op.client === client && op.end === null;
  switch (heard.what) {
    case 'called': {
      if (book.ops.length === MAX_OPERATIONS) return { ...book, full: true };
      const call = { client, kind: heard.kind, key: KEY, value: null, start: book.at, end: null };
      const ways = heard.kind === 'read' ? readCalled(book.ways, book.at) : book.ways;
      return { ...book, at: book.at + 1, ops: [...book.ops, call], ways };
    }
    // A write takes its version where the database first takes the write, before its answer is in.
    case 'wrote': {
      const { value } = heard;
      return { ...book, ops: book.ops.map((op) => (open(op) && op.value === null ? { ...op, value } : op)) };
    }
    case 'answered': {
      const op = book.ops.find(open);
      const after = { ...book, at: book.at + 1 };
      if (!op) return after;
      return op.kind === 'write' ? writeEnds(after, op, book.at) : readEnds(after, op, heard.value, book.at);
    }
  }
}

const ended = (book: Book, op: Operation, value: Value, end: number): readonly Operation[] =>
  book.ops.map((one) => (one === op ? { ...one, value, end } : one));

/** Writes that are called and not answered, by the moments of their calls. */
const pending = ({ ops }: Book): readonly number[] =>
  ops.filter(({ kind, end }) => kind === 'write' && end === null).map(({ start }) => start);

function writeEnds(book: Book, op: Operation, at: number): Book {
  const { value, start } = op;
  // A write that no database took says nothing.
  const ways =
    value === null ? withoutWrite(book.ways, start) : writeAnswered(book.ways, start, pending(book));
  return { ...book, ops: ended(book, op, value, at), ways };
}

function readEnds(book: Book, op: Operation, value: number | null, at: number): Book {
  const { start } = op;
  // A reader that was told to stop got no value: its read says nothing.
  if (value === null)
    return { ...book, ops: book.ops.filter((one) => one !== op), ways: forget(book.ways, start) };
  const written = (write: number): Value | undefined =>
    write === INITIAL ? FIRST_VALUE : book.ops.find((one) => one.start === write)?.value;
  const ways = readAnswered(book.ways, start, pending(book), (write) => written(write) === value);
  const after = { ...book, ops: ended(book, op, value, at), ways };
  return goesBack(book, op.client, value) ? { ...after, back: true } : after;
}

/** Versions grow: a client reads what is older than what it has read or written, or what nobody wrote. */
function goesBack({ ops }: Book, reader: string, value: number): boolean {
  const isWritten = value === FIRST_VALUE || ops.some((op) => op.kind === 'write' && op.value === value);
  const own = ops.filter(({ client, end }) => client === reader && end !== null);
  return !isWritten || own.some((op) => op.value !== null && value < Number(op.value));
}

export const historyIn = (world: W): History => ({
  ops: (world.record as Book).ops.filter(({ kind, end, value }) =>
    kind === 'read' ? end !== null : value !== null,
  ),
  initial: { [KEY]: FIRST_VALUE },
});

/** Linearizable and the session's promise are judged as the book is written, so that a search need not. */
export function historyProperties(): readonly Property<W>[] {
  const promise = (name: string, keeps: (book: Book, world: W) => boolean): Property<W> => ({
    name,
    kind: 'always',
    // What is broken stays broken. What holds of the beginning of a history says nothing of its end.
    judge(world) {
      const book = world.record as Book;
      return keeps(book, world) && (book.full ? 'unknown' : true);
    },
    witness: (world) => ({
      text: text(`witness.${name}`),
      actors: [...new Set(historyIn(world).ops.map(({ client }) => client))],
    }),
  });
  return [
    promise('linearizable', ({ ways }) => ways.length > 0),
    // Whatever is linearizable is sequential.
    promise('sequential', ({ ways }, world) => ways.length > 0 || isSequential(historyIn(world))),
    promise('zookeeper-session', ({ back }) => !back),
  ];
}
