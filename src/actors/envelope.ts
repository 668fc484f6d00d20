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
}

/** An envelope as its sender writes it: the sender is known. */
export type Send<B = unknown> = Omit<Envelope<B>, 'from'> & { readonly from?: string };
