// What is looked through of every system, by Find and by the search on home: its scenarios by anything said about them,
// the switches by name, each at the first scenario that has it, and the terms of its field.

import type { Term } from '../base/glossary.ts';
import { plain } from '../base/words.ts';
import type { CardScenario } from '../contract/loading.ts';
import type { Listed } from './cards.ts';
import {
  propertyName,
  scenarioName,
  scenarioQuestion,
  scenarioTitle,
  switchName,
  systemName,
} from './system-text.ts';

export interface Findable {
  readonly id: string;
  readonly kind: 'scenario' | 'switch' | 'term' | 'action';
  readonly words: string;
  readonly aside: string;
  /** Said about it, beside what is shown. */
  readonly about: string;
  /** The scenario it leads to; a term leads to those that say it. */
  readonly to: { readonly system: string; readonly scenario: string } | null;
}

/** The order of the course: the core path first, where a switch is met if it can be. */
const inOrder = ({ card }: Listed): readonly CardScenario[] => [
  ...card.core.flatMap((id) => card.scenarios.filter((one) => one.id === id)),
  ...card.scenarios.filter(({ id }) => !card.core.includes(id)),
];

const placeOf = ({ words }: Listed, id: string): string =>
  `${plain(words, systemName())} / ${plain(words, scenarioName(id))}`;

export interface FoundScenario extends Findable {
  readonly kind: 'scenario';
  readonly question: string;
  readonly to: NonNullable<Findable['to']>;
}

export function scenariosIn(listed: Listed): readonly FoundScenario[] {
  const { id: system, words } = listed;
  return inOrder(listed).map(({ id, properties, switches }) => {
    const question = plain(words, scenarioQuestion(id));
    const said = [...properties.map(propertyName), ...switches.map(switchName)];
    return {
      id: `${system}/${id}`,
      kind: 'scenario',
      words: plain(words, scenarioTitle(id)),
      aside: placeOf(listed, id),
      question,
      about: [id, question, ...said.map((each) => plain(words, each))].join(' '),
      to: { system, scenario: id },
    };
  });
}

export function findableIn(listed: Listed, terms: readonly Term[]): readonly Findable[] {
  const { id: system, words } = listed;
  const seen = new Set<string>();
  const switches = inOrder(listed).flatMap(({ id, switches: own }) =>
    own.flatMap((name): readonly Findable[] => {
      if (seen.has(name)) return [];
      seen.add(name);
      const to = { system, scenario: id };
      return [
        {
          id: `${system}?${name}`,
          kind: 'switch',
          words: plain(words, switchName(name)),
          aside: placeOf(listed, id),
          about: name,
          to,
        },
      ];
    }),
  );
  const explained = terms.map(
    ({ id, name, english, note }): Findable => ({
      id: `${system}#${id}`,
      kind: 'term',
      words: english ? `${name} (${english})` : name,
      aside: note,
      about: '',
      to: null,
    }),
  );
  return [...scenariosIn(listed), ...switches, ...explained];
}

/** So many of a kind, where several kinds match. */
const MOST_OF_A_KIND = 6;

/** Those that have every part of what was typed: an action typed whole, then those that show it, then those it is only said about. */
export function find<T extends Pick<Findable, 'kind' | 'words' | 'aside' | 'about'>>(
  all: readonly T[],
  typed: string,
): readonly T[] {
  const parts = typed.trim().toLowerCase().split(/\s+/);
  const has = (text: string): boolean => {
    const low = text.toLowerCase();
    return parts.every((part) => low.includes(part));
  };
  const ranks: readonly ((one: T) => string)[] = [
    (one) => one.words,
    (one) => `${one.words} ${one.aside}`,
    (one) => `${one.words} ${one.aside} ${one.about}`,
  ];
  const rankOf = (one: T): number => ranks.findIndex((textOf) => has(textOf(one)));
  const whole = (one: T): boolean =>
    one.kind === 'action' && one.words.toLowerCase() === typed.trim().toLowerCase();
  const matching = all.map((one) => ({ one, rank: rankOf(one) })).filter(({ rank }) => rank >= 0);
  const found = [...matching.filter(({ one }) => whole(one)), ...matching.filter(({ one }) => !whole(one))];
  const kinds = [...new Set(found.map(({ one }) => one.kind))];
  return kinds.flatMap((kind) =>
    found
      .filter(({ one }) => one.kind === kind)
      .sort((a, b) => a.rank - b.rank)
      .slice(0, kinds.length > 1 ? MOST_OF_A_KIND : undefined)
      .map(({ one }) => one),
  );
}
