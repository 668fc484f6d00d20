// What makes an element a slider over the steps of a run: pointer drags, keys, and the words a screen reader hears.

import type { KeyboardEvent, PointerEvent } from 'react';
import { useRef } from 'react';

interface Options {
  readonly value: number;
  readonly max: number;
  readonly text: string;
  readonly label: string;
  /** The step under a place on the element, in pixels from its left. */
  at(x: number): number;
  onGo(step: number): void;
}

export function useSlider({ value, max, text, label, at, onGo }: Options) {
  const last = useRef(value);
  const go = (step: number): void => {
    const target = Math.max(0, Math.min(max, step));
    if (target === last.current) return;
    last.current = target;
    onGo(target);
  };
  const drag = (event: PointerEvent<HTMLElement>): void =>
    go(at(event.clientX - event.currentTarget.getBoundingClientRect().left));
  const page = Math.max(2, Math.round(max / 20));
  return {
    role: 'slider',
    tabIndex: 0,
    'aria-label': label,
    'aria-valuemin': 0,
    'aria-valuemax': max,
    'aria-valuenow': value,
    'aria-valuetext': text,
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      last.current = value;
      drag(event);
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (event.currentTarget.hasPointerCapture(event.pointerId)) drag(event);
    },
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      const moves: Readonly<Record<string, number>> = {
        ArrowRight: value + 1,
        ArrowUp: value + 1,
        ArrowLeft: value - 1,
        ArrowDown: value - 1,
        PageUp: value + page,
        PageDown: value - page,
        Home: 0,
        End: max,
      };
      const target = moves[event.key];
      if (target === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      last.current = value;
      go(target);
    },
  } as const;
}
