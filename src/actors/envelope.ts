// Messages between actors. Every message has an id made from what sent it, never from a counter of the world, so the
// same message has the same id in every order of events.

export interface Envelope<B = unknown> {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly body: B;
  /** Set on a reply: the id of its request. */
  readonly replyTo?: string;
  /** Messages of one queue arrive in their `order`; without a queue any may overtake any. */
  readonly queue?: string;
  readonly order?: number;
  /** Mean delay of its link in simulated ms. */
  readonly delayMs?: number;
  /** The network delivers it twice: set on it and on its copy, so that neither is copied again. */
  readonly copied?: true;
}

/** Id of the network's second copy of a message. No id that a sender gives ends so. */
export const copyId = (id: string): string => `${id}+`;

/** The id its sender gave it, of a message or of its copy. */
export const originalId = (id: string): string => (id.endsWith('+') ? id.slice(0, -1) : id);

/** An envelope as its sender writes it: the sender is known. */
export type Send<B = unknown> = Omit<Envelope<B>, 'from'> & { readonly from?: string };

/** The order of messages in flight: by sender, as these are listed, then by their order in a queue, then by id. */
export function canonicalOrder(senders: readonly string[]): (a: Envelope, b: Envelope) => number {
  const ranks = new Map(senders.map((id, rank) => [id, rank]));
  const rank = (id: string): number => ranks.get(id) ?? senders.length;
  return (a, b) =>
    rank(a.from) - rank(b.from) ||
    (a.order ?? 0) - (b.order ?? 0) ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
