// The cursor over a plot: it rests on one of the places that have values; arrows, Home, End, pointer and tap move it.

import type { KeyboardEvent, PointerEvent } from 'react';
import { useState } from 'react';

export interface Stop {
  readonly x: number;
  readonly at: number;
}

export function useStops(stops: readonly Stop[]) {
  const [asked, setAsked] = useState<number | null>(null);
  const last = Math.max(0, stops.length - 1);
  // Until somebody asks, the last value is read out: it is what the title is mostly about.
  const index = Math.min(asked ?? last, last);
  const near = (event: PointerEvent<HTMLElement>): void => {
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left;
    setAsked(nearest(stops, x));
  };
  return {
    index,
    stop: stops[index] ?? null,
    /** Somebody has asked: the cursor is drawn. */
    asked: asked !== null,
    handlers: {
      onPointerDown: near,
      onPointerMove: near,
      onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
        const far = Math.max(2, Math.round(last / 10));
        const moves: Readonly<Record<string, number>> = {
          ArrowRight: index + 1,
          ArrowUp: index + 1,
          ArrowLeft: index - 1,
          ArrowDown: index - 1,
          PageUp: index + far,
          PageDown: index - far,
          Home: 0,
          End: last,
        };
        const target = moves[event.key];
        if (target === undefined) return;
        event.preventDefault();
        event.stopPropagation();
        setAsked(Math.max(0, Math.min(last, target)));
      },
    },
  } as const;
}

/** The stop nearest to a place, by index. */
export function nearest(stops: readonly Stop[], at: number): number {
  let best = 0;
  stops.forEach((stop, index) => {
    if (Math.abs(stop.at - at) < Math.abs((stops[best]?.at ?? 0) - at)) best = index;
  });
  return best;
}
