// The course: the systems in the order of the lectures, and the path through each that a newcomer takes.

import { plain } from '../../base/words.ts';
import type { Card, CardGroup } from '../../contract/loading.ts';
import type { Listed } from '../cards.ts';
import { systemName, systemPaper, systemQuestion } from '../system-text.ts';

export interface Course {
  readonly id: string;
  readonly title: string;
  readonly paper: string;
  readonly question: string;
  /** What was checked against the original, where the system says so. */
  readonly checked?: string | undefined;
  readonly listed: Listed;
}

export const coursesOf = (listed: readonly Listed[]): readonly Course[] =>
  listed.map((one): Course => {
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
