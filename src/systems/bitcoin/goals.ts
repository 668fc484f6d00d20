// What a learner may try to reach in a scenario, with one shortest solution each; null where the search of every state
// finds none. A test plays the solutions and searches for the others.

import { never, reach } from '../../contract/goals.ts';
import type { Goal } from '../../contract/system.ts';

export const goals: Readonly<Record<string, readonly Goal[]>> = {
  transaction: [
    reach('refuse', {}, 'node-refused', 'reached', 'sign.T7 edit.T7.amount.N1'),
    never('change', {}, 'as-signed', 'violated', 12),
    reach('flip', { lowS: 'off' }, 'as-signed', 'violated', 'sign.T7 edit.T7.flip.N1'),
    reach(
      'unpaid',
      { second: 'more-fee' },
      'coffee-paid',
      'violated',
      'sign.T7 send.T7.N2 sign.T8 send.T8.N2 serve sign.T10 send.T10.N2',
    ),
    never('first-seen', { second: 'first-seen' }, 'coffee-paid', 'violated', 20),
  ],
  'mine-a-block': [
    reach(
      'higher',
      { wins: 'first' },
      'lowest-wins',
      'violated',
      'claim.W1.0 try.W1.0 claim.W1.1 try.W1.1 claim.W1.2 claim.W2.3 try.W2.3',
    ),
    never('order', {}, 'lowest-wins', 'violated', 12),
  ],
  forgery: [
    never('fool', {}, 'no-forgery-taken', 'violated', 10),
    reach('believe', { believer: 'on' }, 'no-forgery-taken', 'violated', 'made-up'),
  ],
  retarget: [
    reach('clamp', {}, 'clamped', 'reached', '0.tenth'),
    reach('slow', { retarget: 'off' }, 'ten-minutes', 'violated', '0.halve 1.same'),
    never('never', {}, 'ten-minutes', 'violated', 8),
  ],
  timestamps: [
    reach('warp', {}, 'target-honest', 'violated', '1.back 11.ahead'),
    reach('old', {}, 'lie-refused', 'reached', '1.too-old'),
    reach('parent', {}, 'before-parent', 'reached', '1.honest 11.back'),
  ],
  'invalid-flood': [
    reach(
      'late',
      { order: 'signatures-first' },
      'honest-soon',
      'violated',
      'junk.1 junk.2 junk.3 junk.4 junk.5 junk.6 junk.7 junk.8 honest.1',
    ),
    never('never', {}, 'honest-soon', 'violated', 12),
  ],
  incentives: [
    reach('outweigh', {}, 'fees-outweigh', 'reached', '1.double 2.double 3.double 4.double 5.double'),
    reach(
      'unpaid',
      { fees: 0 },
      'miners-paid',
      'violated',
      Array.from({ length: 34 }, (_, i) => `${i + 1}.same`).join(' '),
    ),
  ],
  history: [
    reach('inner', { evidence: 'hash' }, 'not-fooled', 'violated', 'headers.true proof.inner'),
    reach('cheap', { minimumWork: 'off' }, 'not-fooled', 'violated', 'headers.cheap'),
    never('checkpoint', { minimumWork: 'off', checkpoint: 'on' }, 'not-fooled', 'violated', 10),
    reach('coins', { snapshot: 'believed' }, 'not-fooled', 'violated', 'coins.changed'),
    never('never', {}, 'not-fooled', 'violated', 10),
  ],
  'why-not-a-server': [
    reach('twice', {}, 'no-coin-twice', 'violated', 'send.T8 send.T8x show.Z.T8 show.Q.T8x'),
    reach(
      'names',
      { orderer: 'vote' },
      'no-coin-twice',
      'violated',
      'vote.N1.T8 vote.N2.T8 count.Z vote.N3.T8x join.1 join.2 vote.Y count.Q',
    ),
    never('closed', { orderer: 'vote', members: 'closed' }, 'no-coin-twice', 'violated', 20),
  ],
  'proof-of-stake': [
    reach('back', {}, 'payment-stays', 'violated', 'draw make.A.both sign.V1.both sign.V2.both sign.A.Q'),
    reach('free', {}, 'attack-costs', 'violated', 'draw make.A.both sign.V1.both sign.V2.both'),
    never('costs', { slashing: 'on' }, 'attack-costs', 'violated', 20),
  ],
};
