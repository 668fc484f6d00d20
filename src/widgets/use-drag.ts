// Dragging one thing onto another, by mouse or finger: it follows the pointer, what lies under it is lit, and letting go
// drops it there. A press that hardly moves stays a click.

import type { PointerEvent } from 'react';
import { useRef } from 'react';

/** A press that moves less is a click. */
const CLICK = 6;

/** What moves along: all that a grip belongs to, else the element itself. */
const carried = (element: HTMLElement): HTMLElement =>
  element.closest<HTMLElement>('[data-carried]') ?? element;

/** Handlers for what is dragged, or for its grip; `onDrop` gets the element under it that matches. */
export function useDrag(onto: string, onDrop: (target: HTMLElement) => void) {
  const from = useRef<{ readonly x: number; readonly y: number; dragged: boolean } | null>(null);
  const lit = useRef<HTMLElement | null>(null);
  const light = (target: HTMLElement | null): void => {
    lit.current?.removeAttribute('data-drop');
    target?.setAttribute('data-drop', '');
    lit.current = target;
  };
  const end = (element: HTMLElement): void => {
    const { style } = carried(element);
    style.transform = '';
    style.pointerEvents = '';
    light(null);
    from.current = null;
  };
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return;
      from.current = { x: event.clientX, y: event.clientY, dragged: false };
      event.currentTarget.setPointerCapture?.(event.pointerId);
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const start = from.current;
      if (!start) return;
      const [dx, dy] = [event.clientX - start.x, event.clientY - start.y];
      if (!start.dragged && Math.hypot(dx, dy) < CLICK) return;
      start.dragged = true;
      const { style } = carried(event.currentTarget);
      style.transform = `translate(${dx}px, ${dy}px)`;
      style.pointerEvents = 'none';
      light(under(event, onto));
    },
    onPointerUp: (event: PointerEvent<HTMLElement>) => {
      const start = from.current;
      const target = start?.dragged ? under(event, onto) : null;
      end(event.currentTarget);
      if (!start?.dragged) return;
      // The click that follows a drag is no choice.
      event.currentTarget.addEventListener('click', (click) => click.stopPropagation(), {
        capture: true,
        once: true,
      });
      if (target) onDrop(target);
    },
    onPointerCancel: (event: PointerEvent<HTMLElement>) => end(event.currentTarget),
  };
}

const under = ({ clientX, clientY }: PointerEvent, onto: string): HTMLElement | null =>
  document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>(onto) ?? null;
