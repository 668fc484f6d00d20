// The course: the systems that are here in the order of the lectures, then those that are planned; and the path through
// each that a newcomer takes.

import { plain } from '../../base/words.ts';
import type { Card, CardGroup } from '../../contract/loading.ts';
import { planned } from '../../systems/planned.ts';
import type { Listed } from '../cards.ts';
import type { Language } from '../language.ts';
import { systemName, systemPaper, systemQuestion } from '../system-text.ts';

export interface Course {
  readonly id: string;
  readonly title: string;
  readonly paper: string;
  readonly question: string;
  /** What was checked against the original, where the system says so. */
  readonly checked?: string | undefined;
  /** Its card; null where it is not here. */
  readonly listed: Listed | null;
}

export function coursesOf(listed: readonly Listed[], language: Language): readonly Course[] {
  const here = listed.map((one): Course => {
    const { id, words } = one;
    return {
      id,
      title: plain(words, systemName()),
      paper: plain(words, systemPaper()),
      question: plain(words, systemQuestion()),
      checked: words['system.checked'],
      listed: one,
    };
  });
  const rest = planned.filter((one) => !here.some(({ id }) => id === one.id));
  return [...here, ...rest.map(({ id, words }) => ({ id, ...words[language], listed: null }))];
}

/** A system's scenarios as its core path, and the rest by group; every scenario is in one of them, once. */
export function pathOf({ core, groups, scenarios }: Pick<Card, 'core' | 'groups' | 'scenarios'>): {
  readonly core: readonly string[];
  readonly groups: readonly CardGroup[];
} {
  const ids = scenarios.map(({ id }) => id);
  const path = core.filter((id) => ids.includes(id));
  const rest = groups.map((group) => ({
    id: group.id,
    scenarios: group.scenarios.filter((id) => ids.includes(id) && !path.includes(id)),
  }));
  return { core: path, groups: rest.filter((group) => group.scenarios.length > 0) };
}
