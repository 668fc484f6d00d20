// The course: five systems in the order of the lectures, the path through each that a newcomer takes, and which of them
// are here. What is built stands first.

import type { PageKey } from '../text.en.ts';

export interface Course {
  readonly id: string;
  readonly lecture: number;
  /** The core path; everything else is a variant. */
  readonly core: readonly string[];
  /** Its words where the system itself is not here to say them. */
  readonly words: { readonly title: PageKey; readonly paper: PageKey; readonly question: PageKey };
}

const course = (
  id: 'spark' | 'memcache' | 'sundr' | 'bitcoin' | 'blockstack',
  lecture: number,
  core: readonly string[],
): Course => ({
  id,
  lecture,
  core,
  words: { title: `home.${id}.title`, paper: `home.${id}.paper`, question: `home.${id}.question` },
});

const COURSES: readonly Course[] = [
  course('spark', 16, ['lazy', 'stages', 'narrow-crash', 'wide-crash', 'pagerank']),
  course('memcache', 17, [
    'look-aside',
    'stale-set',
    'thundering-herd',
    'cold-cluster-race',
    'remote-marker',
  ]),
  course('sundr', 18, ['signed-files', 'signed-log', 'fork', 'why-log-reads', 'play-the-server']),
  course('bitcoin', 19, ['double-spend', 'mine-a-block', 'fork', 'majority', 'incentives']),
  course('blockstack', 20, ['zooko', 'first-wins', 'preorder', 'layers', 'reorg']),
];

/** Systems that are here first, each group in the order of the lectures. */
export function coursesWith(built: readonly string[]): readonly Course[] {
  const has = (one: Course): boolean => built.includes(one.id);
  return [...COURSES.filter(has), ...COURSES.filter((one) => !has(one))];
}

/** A system's scenarios as core path and variants; every scenario is in one of them, once. */
export function pathOf(
  core: readonly string[],
  scenarios: readonly { readonly id: string }[],
): { readonly core: readonly string[]; readonly variants: readonly string[] } {
  const ids = scenarios.map(({ id }) => id);
  const path = core.filter((id) => ids.includes(id));
  return { core: path, variants: ids.filter((id) => !path.includes(id)) };
}
