// What stands last on the page, or takes most to draw, is drawn some frames later than the rest, so that no frame has to
// draw all of a page at once.

import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';

interface Props {
  readonly children: ReactNode;
  readonly frames?: 1 | 2 | 3 | 4;
  /** What keeps its room meanwhile. */
  readonly before?: ReactNode;
}

export function Soon({ children, frames = 1, before = null }: Props) {
  const [left, setLeft] = useState<number>(frames);
  useEffect(() => {
    if (left === 0) return;
    const frame = requestAnimationFrame(() => setLeft(left - 1));
    return () => cancelAnimationFrame(frame);
  }, [left]);
  return left === 0 ? children : before;
}
