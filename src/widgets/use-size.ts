// The width or height of an element, and whether a media query matches, as React state.

import type { RefObject } from 'react';
import { useLayoutEffect, useState, useSyncExternalStore } from 'react';

export const useWidth = (ref: RefObject<HTMLElement | null>): number => useExtent(ref, 'clientWidth');
export const useHeight = (ref: RefObject<HTMLElement | null>): number => useExtent(ref, 'clientHeight');

function useExtent(ref: RefObject<HTMLElement | null>, of: 'clientWidth' | 'clientHeight'): number {
  const [extent, setExtent] = useState(0);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    setExtent(element[of]);
    const observer = new ResizeObserver(() => setExtent(element[of]));
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref, of]);
  return extent;
}

export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = matchMedia(query);
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    () => matchMedia(query).matches,
  );
}
