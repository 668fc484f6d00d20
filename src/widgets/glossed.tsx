// A text that explains its terms, or is a name with a note of its own, once whoever draws notes is here; until then a
// plain one, of the same letters.

import type { ComponentType, ReactNode } from 'react';
import { createContext, useContext } from 'react';
import type { Text } from '../base/text.ts';
import { Say } from './say.tsx';

export interface GlossedProps {
  readonly text: Text;
  /** What stands above it on the page: a term is explained where it is first said. */
  readonly after?: readonly Text[];
  /** The text as a whole is a name, and this explains it. */
  readonly note?: Text;
  /** What else stands in that note. */
  readonly more?: (close: () => void) => ReactNode;
}

export const GlossedContext = createContext<ComponentType<GlossedProps>>(Say);

export function Glossed(props: GlossedProps) {
  const Drawn = useContext(GlossedContext);
  return <Drawn {...props} />;
}
