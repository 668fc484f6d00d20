// A run as one who takes part sees it: its own state and what it was shown. That something was hidden, or made up, is
// nothing that it can know.

import type { WorldAction } from '../../actors/world.ts';
import { text } from '../../base/text.ts';
import type { Eyes, Params, Story } from '../../contract/system.ts';
import { narrate } from './narrate.ts';
import { principals, settingsOf } from './params.ts';
import { logOf, visible } from './scene-log.ts';
import type { Protocol, SundrWorld } from './state.ts';

export const eyes: Eyes<SundrWorld, WorldAction> = {
  of: (params) => principals(settingsOf(params)),
  knows: (world, actor, params) => ({
    self: world.locals[actor],
    shown: visible(logOf(world, params.protocol as Protocol), actor),
  }),
  narrate: seen,
};

/** Bytes of which no user can tell that the owner never wrote them. */
const MADE_UP = new Set(['gave.forged', 'gave.helped']);
/** Reasons that only the server, or whoever sees all, can give. */
const UNSEEN = new Set(['why.hidden', 'why.forged', 'why.helped']);

function seen(before: SundrWorld, action: WorldAction, after: SundrWorld, _: string, params: Params): Story {
  const { sentence, why, source } = narrate(before, action, after, params);
  return {
    sentence: unlied(sentence),
    ...(why && !UNSEEN.has(why.key) ? { why } : {}),
    ...(source ? { source } : {}),
  };
}

/** What was shown, without a word on what became of it. */
function unlied(sentence: Story['sentence']): Story['sentence'] {
  const args = Object.entries(sentence.args ?? {}).map(([name, arg]) => {
    if (typeof arg !== 'object') return [name, arg];
    if (arg.key.startsWith('lie.')) return [name, text('shown.these', arg.args)];
    return [name, MADE_UP.has(arg.key) ? text('gave.passed') : arg];
  });
  return text(sentence.key, Object.fromEntries(args));
}
