// The lanes as a view: messages between all who take part, drawn from the steps on the page. On a phone time runs down.

import { Suspense } from 'react';
import type { Text, TextArg } from '../../base/text.ts';
import { text } from '../../base/text.ts';
import type { Chip, Scene } from '../../contract/system.ts';
import type { Frame, RunHead, Track } from '../../session/frame.ts';
import type { Hot, ViewProps } from '../../session/view-props.ts';
import { axisOf } from '../../widgets/axis.ts';
import type { AxisMark, LaneActor, LaneStep } from '../../widgets/lane-types.ts';
import { toldStep, toldStood } from '../../widgets/lane-types.ts';
import { Lanes } from '../../widgets/lanes.tsx';
import { partOfView } from '../../widgets/part.ts';
import { usePlain } from '../../widgets/say.tsx';
import type { View } from '../../widgets/view.ts';
import { PHONE, PHONE_ROWS } from '../phone.ts';
import type { PageKey } from '../text.en.ts';
import { LANES } from '../views.ts';

/** A wide page does not ask for it; a phone at once. */
const NarrowLanes = partOfView(
  () => import('../../widgets/narrow-lanes.tsx').then((m) => m.NarrowLanes),
  globalThis.matchMedia?.(PHONE).matches,
);

/** Made from the track, not from a state. */
export interface LanesScene extends Scene {
  readonly kind: typeof LANES;
  readonly actors: readonly LaneActor[];
  readonly track: Track;
  /** Who is part of what went wrong. */
  readonly lit: readonly string[];
  readonly causes: readonly number[];
  readonly glide: boolean;
  readonly mark: AxisMark | null;
  /** Two runs side by side draw the same lanes: those in play in either. */
  readonly inPlay: readonly LaneStep[];
  readonly tight?: boolean;
  /** Who never differs from the run beside: they share a lane. */
  readonly fold?: readonly string[];
  /** By step, how the run beside differs there. */
  readonly differs?: ReadonlyMap<number, string>;
}

export const lanesView: View<ViewProps<LanesScene>, LanesScene> = {
  kind: LANES,
  stand: 'axis',
  Draw,
  outline: ({ track, actors, differs }) => {
    const nameOf = (id: string): Text | string => actors.find((one) => one.id === id)?.name ?? id;
    const key = track.from === 0 ? 'lanes.stoodAtStart' : 'lanes.stood';
    return [
      ...track.chips.filter(holds).map((chip) => ({
        key: toldStood(chip.actor),
        text: text(key, { step: track.from, actor: nameOf(chip.actor), value: chip.text }),
      })),
      ...track.steps.map(({ step, sentence }) => {
        const how = differs?.get(step);
        return {
          key: toldStep(step),
          text: how === undefined ? sentence : text('compare.told', { sentence, how }),
          step,
        };
      }),
    ];
  },
};

const holds = ({ text }: Chip): boolean => text.key !== 'chip.none';

interface Moment {
  readonly head: RunHead;
  readonly properties?: Frame['properties'];
  readonly track: Track;
  readonly causes?: readonly number[];
  readonly glide?: boolean;
}

/** The lanes of a run at a moment. */
export const lanesScene = ({
  head,
  properties = [],
  track,
  causes = [],
  glide = false,
}: Moment): LanesScene => ({
  kind: LANES,
  actors: head.actors,
  track,
  lit: properties.flatMap((view) => (view.here === 'violated' ? (view.witness?.actors ?? []) : [])),
  causes,
  glide,
  mark: null,
  inPlay: track.steps,
});

/** The id, where what is hot is of this kind. */
const hotId = (hot: Hot | null, kind: 'action' | 'actor'): string | null =>
  hot?.startsWith(`${kind} `) ? hot.slice(kind.length + 1) : null;

function Draw({ head, scene, cursor, choices, hot, size, goTo, choose, setHot }: ViewProps<LanesScene>) {
  const plain = usePlain();
  const t = (key: PageKey, args?: Readonly<Record<string, TextArg>>): string => plain(text(key, args));
  const { track, actors, lit, causes, glide, mark, inPlay } = scene;
  const long = head.scenario.headings === 'long';
  const isTip = track.steps.every(({ step }) => step <= cursor.step);
  const shared = {
    actors,
    track,
    lit,
    hotActor: hotId(hot, 'actor'),
    onHotActor: (id: string | null) => setHot(id === null ? null : `actor ${id}`),
    first: track.from + 1,
    columns: size.phone ? PHONE_ROWS : axisOf(size.width, false, long).columns,
    width: size.width,
    long,
    now: cursor.step,
    choices: isTip ? choices.filter(({ group }) => group === 'step') : [],
    hot: hotId(hot, 'action'),
    onHot: (key: string | null) => setHot(key === null ? null : `action ${key}`),
    onChoose: choose,
    words: {
      absent: t('lanes.absent'),
      others: (count: number) => t(scene.fold ? 'compare.alike' : 'lanes.others', { count }),
      showAll: t('lanes.showAll'),
      showFew: t('lanes.showFew'),
      goTo: (step: number) => t('step.goTo', { step }),
      ...(scene.differs ? { differs: t('compare.differs') } : {}),
    },
  };
  return size.phone ? (
    <Suspense fallback={<div className="narrow-due" />}>
      <NarrowLanes {...shared} causes={causes} mark={mark} glide={glide} onGo={goTo} />
    </Suspense>
  ) : (
    <Lanes {...shared} inPlay={inPlay} tight={scene.tight ?? false} fold={scene.fold ?? []} />
  );
}
