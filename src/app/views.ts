// The views that systems bring, found by their place: systems/x/view/index.tsx exports `views`, or how each is had, so that
// it arrives when it is first shown. Which of a scenario's views that is: the learner's choice, else the one that leads.

import { use } from 'react';
import type { Findings, Scenario, Scene } from '../contract/system.ts';
import type { Frame } from '../session/frame.ts';
import type { ExperimentProps, ViewProps } from '../session/view-props.ts';
import { pagePart, readable } from '../widgets/part.ts';
import type { View } from '../widgets/view.ts';
import type { PageState } from './store.ts';
import { page, set } from './store.ts';

/** Every run has lanes. */
export const LANES = 'lanes';

export type SceneView = View<ViewProps, Scene> & { readonly stand: 'axis' | 'moment' };
export type ExperimentView = View<ExperimentProps, Findings> & { readonly stand: 'experiment' };
export type SystemView = SceneView | ExperimentView;

/** Of a system with several views each arrives when it is first shown. */
export interface LateView {
  readonly kind: string;
  readonly load: () => Promise<SystemView>;
}

const folders = import.meta.glob<readonly (SystemView | LateView)[]>('../systems/*/view/index.tsx', {
  import: 'views',
});
const ANEW_MS = 3000;
const asked = new Map<string, Promise<SystemView>>();

/** The same promise for the same view, so that it can be drawn from; one that failed is asked for anew. */
export function systemView(system: string, kind: string): Promise<SystemView> {
  const name = `${system}/${kind}`;
  const known = asked.get(name);
  if (known) return known;
  const view = readable(loadView(system, kind));
  asked.set(name, view);
  // Whoever draws from it must find that it failed; only then may it be asked for anew.
  view.catch(() => setTimeout(() => asked.delete(name), ANEW_MS));
  return view;
}

/** To be drawn with, within a Suspense; one that is there is drawn at once, without a frame of what stands in for it. */
export const useSystemView = (system: string, kind: string): SystemView => use(systemView(system, kind));

async function loadView(system: string, kind: string): Promise<SystemView> {
  const views = await pagePart(async () => folders[`../systems/${system}/view/index.tsx`]?.());
  const found = views?.find((one) => one.kind === kind);
  const view = found && 'load' in found ? await pagePart(found.load) : found;
  if (!view) throw new Error(`systems/${system}/view/index.tsx exports no view of kind '${kind}'`);
  return view;
}

export const kindsOf = ({ views = [LANES] }: Scenario): readonly string[] => views;

/** There is a view of this kind of the moment. */
const draws = (frame: Frame | null, kind: string): boolean =>
  frame?.scenes.some((scene) => scene.kind === kind) ?? false;

/** The kind of the view that is shown. */
export function shownView(state: PageState): string {
  const { scenario, views, frame } = state;
  if (!scenario) return LANES;
  const kinds = kindsOf(scenario);
  const chosen = views[scenario.id];
  if (chosen !== undefined && kinds.includes(chosen)) return chosen;
  const [lead = LANES] = kinds;
  // A link to a moment of the small run shows that moment, not the experiment above it.
  const begun = lead !== LANES && frame !== null && frame.length > 0 && !draws(frame, lead);
  return begun && kinds.includes(LANES) ? stepsView(state) : lead;
}

/** The view that is shown has its columns close together. */
export function standsClose(state: PageState): boolean {
  const kind = shownView(state);
  return state.frame?.scenes.some((scene) => scene.kind === kind && scene.close === true) ?? false;
}

/** One of its views has, whichever is shown: there is much to draw, and little room is left around it. */
export const isDense = ({ frame }: PageState): boolean =>
  frame?.scenes.some(({ close }) => close === true) ?? false;

/** How many lanes it may draw, whichever view is shown: of many, little room is left for what stands under them. */
export const lanesOf = ({ scenario, head }: PageState): number =>
  scenario && head && kindsOf(scenario).includes(LANES) ? head.actors.length : 0;

/** Its headings need room for long names. */
export const longHeadings = ({ scenario }: PageState): boolean => scenario?.headings === 'long';

/** The same, where it is no picture of the run's state: what an experiment found. */
export function shownExperiment(state: PageState): string | null {
  const kind = shownView(state);
  return kind === LANES || draws(state.frame, kind) ? null : kind;
}

export function showView(kind: string): void {
  const { scenario, views } = page();
  if (scenario) set({ views: { ...views, [scenario.id]: kind }, hot: null, picked: null });
}

/** Where the steps are, beside an experiment: the view that draws them, else the lanes. */
export const stepsView = ({ scenario, frame }: PageState): string =>
  (scenario && kindsOf(scenario).find((kind) => draws(frame, kind))) ?? LANES;

export function nextView(): void {
  const { scenario } = page();
  if (!scenario) return;
  const kinds = kindsOf(scenario);
  const at = kinds.indexOf(shownView(page()));
  showView(kinds[(at + 1) % kinds.length] ?? LANES);
}
