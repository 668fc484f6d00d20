// What the race promises to whoever asks first.

import { text } from '../../../base/text.ts';
import type { Property } from '../../../kernel/property.ts';
import type { Race, Settings } from './race.ts';
import { ageOf, heightOf, isGriefed, OLDEST, ownerOf, verdictOf } from './race.ts';
import { senderOf, TX_IDS, txOf } from './transactions.ts';

/** Something was burnt for a name that another owns. */
function lostFee(race: Race, { rules, name }: Settings): boolean {
  const owner = ownerOf(race);
  return (
    owner !== null &&
    TX_IDS.some(
      (id) =>
        senderOf(id) !== owner && heightOf(race, id) !== null && txOf(id, rules.register, name).burnt > 0,
    )
  );
}

export function raceProperties(settings: Settings): readonly Property<Race>[] {
  const { rules } = settings;
  const oneStep = rules.register === 'one-step';
  return [
    {
      name: 'no-theft',
      kind: 'always',
      judge: (race) => ownerOf(race) !== 'T',
      witness: () => ({ text: text('witness.no-theft'), actors: ['V', 'T'] }),
    },
    {
      name: 'no-grief',
      kind: 'always',
      judge: (race) => !isGriefed(race),
      witness: (race) => ({
        text: text('witness.no-grief', { why: text(`refused.${verdictOf(race, 'RV') ?? 'owned'}`) }),
        actors: ['V'],
      }),
    },
    {
      name: 'no-late-register',
      kind: 'always',
      ...(oneStep ? { inapplicable: text('inapplicable.no-preorder') } : {}),
      ...(rules.register === 'namecoin' ? { inapplicable: text('inapplicable.no-expiry') } : {}),
      ...(rules.expiryBug && rules.preorderLife > OLDEST
        ? { inapplicable: text('inapplicable.long-life', { most: OLDEST }) }
        : {}),
      judge: (race) => (ageOf(race, settings) ?? 0) <= rules.preorderLife,
      witness: (race) => ({
        text: text('witness.no-late-register', { age: ageOf(race, settings) ?? 0, most: rules.preorderLife }),
        actors: ['M'],
      }),
    },
    { name: 'name-owned', kind: 'sometimes', judge: (race) => ownerOf(race) === 'V' },
    { name: 'fee-lost', kind: 'sometimes', judge: (race) => lostFee(race, settings) },
  ];
}
