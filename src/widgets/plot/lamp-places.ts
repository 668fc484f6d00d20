// Where the lamp stands in a plot, what it lights, and where its words go: the value of what is on, and, at the end of
// the dashed arrow, what the fix would bring.

import { figure, tickFigure } from './figure-words.ts';
import type { Box } from './free-place.ts';
import { freePlace } from './free-place.ts';
import type { PlotRoom, PlotScene } from './plot-scene.ts';
import type { PlotData } from './plot-types.ts';

export interface LampPlaces {
  readonly x: number;
  readonly now: { readonly y: number; readonly words: string; readonly box: Box } | null;
  readonly fixed: { readonly y: number; readonly words: string; readonly box: Box | null } | null;
}

/** Half the width of the light. */
export const LAMP = 17;
const LETTER = 8.2;
const SMALL = 7;
const LINE = 20;

export function lampPlaces(plot: PlotData, scene: PlotScene, room: PlotRoom, at: number): LampPlaces {
  const x = scene.xAt(at);
  const value = (id: string | undefined): number | null => valueAt(plot, id, at);
  const now = value(plot.now);
  const fixed = value(plot.fixed);
  const nowY = now === null ? null : scene.yAt(now);
  const fixedY = fixed === null ? null : scene.yAt(fixed);
  const lines = scene.series.map(({ line }) => line);
  const floor = room.height - room.bottom;
  const area: Box = {
    x: room.left,
    y: room.top - 8,
    width: room.width - room.right - room.left,
    height: floor - room.top + 4,
  };
  const beside = (y: number, words: string, letter: number): Box[] => {
    const width = words.length * letter + 6;
    const tops = [0, 14, -14, 26, -26, 40, -40, 56, -56, 74, -74].map((by) => y + by - LINE / 2);
    return tops.flatMap((top) => [
      { x: x - LAMP - 4 - width, y: top, width, height: LINE },
      { x: x + LAMP + 4, y: top, width, height: LINE },
    ]);
  };
  const taken: Box[] = [];
  const put = (y: number, words: string, letter: number): Box | null => {
    const box = freePlace(beside(y, words, letter), lines, taken, area);
    if (box) taken.push(box);
    return box;
  };
  const nowWords = now === null ? '' : now < 1e6 ? figure(roundly(now)) : tickFigure(roundly(now));
  const nowBox = nowY === null ? null : put(nowY, nowWords, LETTER);
  const far = nowY !== null && fixedY !== null && Math.abs(nowY - fixedY) > 34;
  const ratio = now === null || fixed === null ? '' : timesWords(now, fixed);
  return {
    x,
    now: nowY === null || nowBox === null ? null : { y: nowY, words: nowWords, box: nowBox },
    fixed:
      fixedY === null
        ? null
        : {
            y: fixedY,
            words: far ? ratio : '',
            box: far && ratio && nowY !== null ? put((nowY + fixedY) / 2, ratio, SMALL) : null,
          },
  };
}

/** × 2.1, or ÷ 14; nothing where there is next to no difference, or nothing to divide by. */
export function timesWords(now: number, fixed: number): string {
  if (now <= 0 || fixed <= 0) return '';
  const ratio = fixed > now ? fixed / now : now / fixed;
  if (ratio < 1.05) return '';
  return `${fixed > now ? '×' : '÷'} ${ratio < 99.5 ? Number(ratio.toPrecision(2)) : figure(Number(ratio.toPrecision(3)))}`;
}

const roundly = (value: number): number => Number(value.toPrecision(Math.abs(value) < 99.5 ? 2 : 3));

/** The value of a line at an x between its points, along the line as it is drawn on its axis. */
export function valueAt({ series, x }: PlotData, id: string | undefined, at: number): number | null {
  const points = series.find((one) => one.id === id)?.points ?? [];
  const exact = points.find(([px]) => px === at);
  if (exact) return exact[1];
  const after = points.findIndex(([px]) => px > at);
  const [from, to] = [points[after - 1], points[after]];
  if (!from || !to) return null;
  const place = (value: number): number => (x.scale === 'log' ? Math.log(value) : value);
  const share = (place(at) - place(from[0])) / (place(to[0]) - place(from[0]));
  return from[1] + share * (to[1] - from[1]);
}
