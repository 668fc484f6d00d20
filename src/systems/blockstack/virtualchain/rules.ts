// The rules that a node holds operations against. What the deployed code does is `deployed`; each other value of a field is
// a rule that somebody might hold instead (a race of lecture 20, an older chain, a bug).

export interface Rules {
  /** one-step: no preorder. hash: a preorder of hash(name) alone. bns: of name, payer and address. namecoin: it must be spent. */
  readonly register: 'one-step' | 'hash' | 'bns' | 'namecoin';
  /** A preorder's hash must be new among those that wait. */
  readonly unique: boolean;
  /** A preorder and its register may stand in one block. */
  readonly sameBlock: boolean;
  /** An operation must name one of the last 24 consensus hashes. */
  readonly consensusCheck: boolean;
  /** A preorder never gets too old (the deployed code until block 547,921). */
  readonly expiryBug: boolean;
  /** In blocks: a register at this age still counts. */
  readonly preorderLife: number;
  /** Names need a namespace that is ready, and cost what it asks. */
  readonly namespaces: boolean;
  /** In blocks, for names of no namespace; those of one last as it says. */
  readonly lifetime: number;
  /** In blocks after the end of its life, in which only the owner may renew a name. */
  readonly grace: number;
}

/** Blocks before a Namecoin reveal counts. */
export const NAMECOIN_DEPTH = 12;
export const YEAR = 52_595;
/** In blocks: from a namespace's preorder to its reveal. */
export const REVEAL_LIFE = 144;
export const NAMES_PER_SENDER = 25;

export const deployed: Rules = {
  register: 'bns',
  unique: true,
  sameBlock: false,
  consensusCheck: true,
  expiryBug: false,
  preorderLife: 144,
  namespaces: true,
  lifetime: 2 * YEAR,
  grace: 5000,
};
