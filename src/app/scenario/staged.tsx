// A view in its place: on the axis of steps, above it in place of the lanes, or, on a phone, alone. The run's stage shows
// the one that is chosen, Compare the same one twice.

import { Suspense } from 'react';
import type { Scene } from '../../contract/system.ts';
import type { ViewProps } from '../../session/view-props.ts';
import { TimePanel } from '../../widgets/time-panel.tsx';
import type { TimePanelProps } from '../../widgets/time-panel-types.ts';
import type { View } from '../../widgets/view.ts';
import { set, usePage } from '../store.ts';
import type { SceneView } from '../views.ts';
import { shownView, useSystemView } from '../views.ts';
import type { LanesScene } from './lanes-view.tsx';
import { lanesView } from './lanes-view.tsx';
import { Outline } from './outline.tsx';

interface Props {
  readonly given: Omit<ViewProps, 'scene'>;
  readonly lanes: LanesScene;
  readonly axis: Omit<TimePanelProps, 'children'>;
}

interface Scenes {
  readonly scenes: readonly Scene[];
  /** The columns are those of two runs: what stands on the axis of one run's steps has no place on them. */
  readonly shared?: boolean;
}

/** The system's own view, where it is chosen and draws this moment; until it has arrived, the lanes. */
export function Staged({ scenes, ...props }: Props & Scenes) {
  const kind = usePage(shownView);
  const scene = scenes.find((one) => one.kind === kind);
  if (!scene) return <InPlace {...props} own={null} />;
  return (
    <Suspense fallback={<InPlace {...props} own={null} />}>
      <Arrived {...props} scene={scene} />
    </Suspense>
  );
}

function Arrived({ shared, ...props }: Props & Pick<Scenes, 'shared'> & { readonly scene: Scene }) {
  const system = usePage((state) => state.frame?.system ?? '');
  const view = useSystemView(system, props.scene.kind);
  const picked = usePage((state) => state.picked);
  const fits = view.stand === 'moment' || (view.stand === 'axis' && !shared);
  // Of two runs State shows none.
  const given = shared ? props.given : { ...props.given, picked, pick };
  return <InPlace {...props} given={given} own={fits ? { view, scene: props.scene } : null} />;
}

/** On a phone State comes to the front. */
const pick = (thing: string | null): void =>
  set({ picked: thing, ...(thing === null ? {} : { tab: 'state' as const }) });

/** The system's own view, and what it draws of this moment. */
interface Own {
  readonly view: SceneView;
  readonly scene: Scene;
}

export function InPlace({ given, lanes, axis, own }: Props & { readonly own: Own | null }) {
  const onLanes = <Picture view={lanesView} scene={lanes} given={given} />;
  const picture = own ? <Picture {...own} given={given} /> : onLanes;
  if (given.size.phone) return picture;
  if (own?.view.stand !== 'moment') return <TimePanel {...axis}>{picture}</TimePanel>;
  return <TimePanel {...axis} above={picture} />;
}

interface PictureProps<S extends Scene> {
  readonly view: View<ViewProps<S>, S>;
  readonly scene: S;
  readonly given: Omit<ViewProps, 'scene'>;
}

function Picture<S extends Scene>({ view, scene, given }: PictureProps<S>) {
  const { Draw } = view;
  return (
    <>
      <Draw {...given} scene={scene} />
      <Outline lines={view.outline(scene)} now={given.cursor.step} goTo={given.goTo} />
    </>
  );
}
