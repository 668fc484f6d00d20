// Choices that are made of facets, put together: those of one actor with the same names of facets, where they are more
// than a list is good for.

import { canonicalJson } from '../../base/canonical.ts';
import type { Text } from '../../base/text.ts';
import type { BlockedChoice, Choice } from '../../session/frame.ts';

/** So many are still a list. */
export const LISTED = 8;

/** One way to compose it: a choice, or what cannot happen. */
export interface Entry {
  readonly key: string;
  readonly choice: Choice | null;
  readonly blocked: BlockedChoice | null;
  /** The value of each facet, by an id. */
  readonly at: Readonly<Record<string, string>>;
}

export interface Facet {
  readonly name: string;
  readonly values: readonly { readonly id: string; readonly text: Text }[];
}

export interface FacetGroup {
  readonly id: string;
  readonly actor: string;
  readonly facets: readonly Facet[];
  readonly entries: readonly Entry[];
}

type Faceted = Pick<Choice, 'key' | 'actor' | 'facets'>;

const groupOf = ({ actor, facets = {} }: Faceted): string => JSON.stringify([actor, ...Object.keys(facets)]);
const idOf = (value: Text): string => (value.args ? canonicalJson(value) : value.key);

export function facetGroups(
  choices: readonly Choice[],
  blocked: readonly BlockedChoice[],
): readonly FacetGroup[] {
  const groups = new Map<
    string,
    { readonly one: Faceted; readonly entries: Entry[]; readonly texts: Texts }
  >();
  function add(one: Faceted, of: Pick<Entry, 'choice' | 'blocked'>): void {
    if (!one.facets) return;
    const id = groupOf(one);
    const group = groups.get(id) ?? { one, entries: [] as Entry[], texts: new Map() as Texts };
    groups.set(id, group);
    const at: Record<string, string> = {};
    for (const [name, value] of Object.entries(one.facets)) {
      const values = group.texts.get(name) ?? new Map<string, Text>();
      group.texts.set(name, values);
      const valueId = idOf(value);
      if (!values.has(valueId)) values.set(valueId, value);
      at[name] = valueId;
    }
    group.entries.push({ key: one.key, at, ...of });
  }
  for (const choice of choices) if (choice.group === 'step') add(choice, { choice, blocked: null });
  for (const one of blocked) add(one, { choice: null, blocked: one });
  return [...groups].flatMap(([id, { one, entries, texts }]) =>
    entries.length > LISTED && entries.some(({ choice }) => choice)
      ? [{ id, actor: one.actor, entries, facets: [...texts].map(facetOf) }]
      : [],
  );
}

type Texts = Map<string, Map<string, Text>>;

const facetOf = ([name, values]: readonly [string, ReadonlyMap<string, Text>]): Facet => ({
  name,
  values: [...values].map(([id, text]) => ({ id, text })),
});

/** The scheduler's pick, or the first that can happen. */
export const firstEntry = ({ entries }: FacetGroup): Entry | undefined =>
  entries.find(({ choice }) => choice?.isDefault) ?? entries.find(({ choice }) => choice);

/**
 * The entry with this value of a facet that keeps most of the others as they are; of equal ones one that can happen, then
 * the first. None where nothing has that value.
 */
export function entryWith(group: FacetGroup, from: Entry, name: string, value: string): Entry | undefined {
  let best: Entry | undefined;
  let most = -1;
  for (const entry of group.entries) {
    if (entry.at[name] !== value) continue;
    const kept = group.facets.filter((facet) => entry.at[facet.name] === from.at[facet.name]).length;
    const score = 2 * kept + (entry.choice ? 1 : 0);
    if (score > most) [best, most] = [entry, score];
  }
  return best;
}
